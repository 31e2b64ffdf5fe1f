// How Chromium is started, for the suite, the benches and the pictures alike.

/** Options for Playwright's `chromium.launch`. `CHROME` is the browser that `cargo xtask` found; without it, Playwright's own. */
export const launch = {
  executablePath: process.env.CHROME || undefined,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
