// Opens a page of wasm-bindgen's test runner in Chromium, prints what the tests print, and fails when one fails.
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { launch } from './chromium.mjs';

const LIMIT = 120_000;
const url = process.argv[2];

// The runner needs a moment to make the page.
for (let tries = 0; ; tries++) {
  if (await fetch(url).then((r) => r.ok, () => false)) break;
  if (tries > 300) throw new Error(`${url} does not answer`);
  await pause(100);
}

const browser = await chromium.launch(launch);
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`uncaught: ${error.message}`));
  page.on('crash', () => console.error('the page crashed'));
  await page.goto(url);
  const output = page.locator('#output');
  const end = await page
    .waitForFunction(() => /test result: /.test(document.getElementById('output')?.textContent ?? ''), null, { timeout: LIMIT })
    .catch(() => null);
  const text = await output.textContent();
  console.log(text.trim());
  if (!end) console.error(`the tests did not end within ${LIMIT / 1000} s`);
  process.exitCode = end && /test result: ok/.test(text) ? 0 : 1;
} finally {
  await browser.close();
}
