// The smoke test in Firefox and WebKit: `node webdriver/smoke.mjs firefox|webkit`. The suite in Chromium tests the app; this
// tests that other engines run it: start, every main page, a plan that outlives a reload, the main job in short, a shared link, and
// the guide as a plain page.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { LINKS, PAGES, PLANS, saved, stored } from '../app.mjs';
import { serve } from '../server.mjs';
import { start } from './client.mjs';

const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)).find(existsSync);
const MINI_BROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((kind) => ['4.1', '4.0', '6.0'].map((v) => `/usr/lib/${kind}/webkit2gtk-${v}/MiniBrowser`));

const BROWSERS = {
  firefox: () => start((port) => ['geckodriver', ['--port', String(port)]], {
    'moz:firefoxOptions': { args: ['-headless'], binary: onPath('firefox') ?? onPath('firefox-esr') },
  }),
  webkit: () => start((port) => ['xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`]], {
    'webkitgtk:browserOptions': { binary: MINI_BROWSERS.find(existsSync), args: ['--automation'] },
  }),
};

const READY = 'return document.documentElement.dataset.ready || document.documentElement.dataset.failed';

/** Opens an address of a site and waits until the app has started there. */
async function open(browser, site, route = '') {
  await browser.go('about:blank');
  await browser.go(site.url + route);
  await browser.until('the app to start', READY);
}

/** Waits until an element that can be seen contains these words, whichever blank keeps a figure with its unit. */
async function see(browser, selector, words) {
  const find = (selector, words) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility() && e.textContent.replaceAll('\u00a0', ' ').includes(words));
  await browser.until(`“${words}” in ${selector}`, () => browser.evaluate(find, selector, words));
}

/** A test on a site, and so an origin and a storage, of its own: as in an empty profile. */
const alone = (test) => async (browser) => {
  const site = await serve();
  try {
    await test(browser, site);
  } finally {
    await browser.go('about:blank');
    await site.close();
  }
};

const tests = {
  async 'the app starts below a sub-path'(browser, site) {
    await browser.go(site.url);
    await browser.until('the app to start', READY);
    const failure = await browser.run("const box = document.getElementById('start-failed'); return box && !box.hidden ? box.innerText : ''");
    if (failure) throw new Error(failure);
  },
  async 'every main page has a heading and no fault'(browser, site) {
    const { key, value } = stored(PLANS.half);
    await browser.run('localStorage.setItem(arguments[0], arguments[1])', key, value);
    for (const [name, route] of Object.entries(PAGES)) {
      await browser.go('about:blank');
      await browser.go(site.url + route);
      await browser.until(`the page ${name}`, READY);
      await browser.until(`a heading on ${name}`, "return [...document.querySelectorAll('h1')].some((h) => h.innerText.trim() && h.checkVisibility())");
      await browser.until(`all of ${name}`, "return ![...document.querySelectorAll('[role=status], [role=alert]')].some((one) => /^Getting (this page|the rest) …$|could not be fetched/.test(one.textContent))");
    }
  },
  async 'a plan outlives a reload'(browser, site) {
    await open(browser, site);
    // The map is in a part that comes by itself.
    await see(browser, 'main', 'Point at a title');
    const before = await browser.run("return document.querySelector('main').innerText");
    await browser.reload();
    await browser.until('the app to start again', READY);
    await see(browser, 'main', 'Point at a title');
    const after = await browser.run("return document.querySelector('main').innerText");
    if (before !== after) throw new Error(`the page differs after a reload:\n${before}\n…\n${after}`);
  },
  'from nothing to a route, and a rating that outlives a reload': alone(async (browser, site) => {
    await open(browser, site);
    await browser.click('#from option[value=engineering-manager]');
    await browser.click('#to option[value=head-of-engineering]');
    await browser.type('#years', '7');
    await browser.click('form button[type=submit]');
    await see(browser, 'h1', 'to Head of Engineering');
    // Seven years and, at the least and at the most, 3 + 3 and 5 + 5 more: worked out in specs/main-job.spec.mjs.
    const year = new Date().getUTCFullYear();
    await see(browser, 'main button', `${year + 6}–${year + 10}`);

    await open(browser, site, '#/assess/skill/communication');
    await see(browser, 'h1', 'Communication');
    await browser.click('label[for=level-3]');
    await see(browser, 'main', 'Communication 3: two short');
    await browser.until('the rating to be stored', async () => (await saved(browser))?.ratings?.communication === 3);
    await browser.reload();
    await browser.until('the app to start again', READY);
    await browser.until('the rating after a reload', "return document.getElementById('level-3')?.checked");
    await see(browser, 'main', 'You 3, asked 5.');
  }),
  'a link that was given out opens, and changes nothing here': alone(async (browser, site) => {
    await open(browser, site, LINKS.shared);
    await see(browser, 'h1', 'A colleague wants to be Head of Engineering');
    // The figures of specs/share.spec.mjs.
    await see(browser, 'main', 'They are 49 % ready.');
    await see(browser, 'main', '27 of 27 skills rated');
    await browser.run("[...document.querySelectorAll('main button')].find((b) => b.textContent === 'Show their levels').click()");
    for (const part of ['Readiness', 'The gate', 'Routes', 'Ready in time?']) await see(browser, 'main h2', part);
    await see(browser, 'main', 'At 5 hours a week');
    const plan = await saved(browser);
    if (plan) throw new Error(`opening a link stored a plan: ${JSON.stringify(plan)}`);
    await open(browser, site);
    await browser.until('the form for a first plan, empty', "return document.getElementById('from')?.value === '' && document.getElementById('years').value === ''");
  }),
  async 'an embedding starts in a page of another origin, and is as high as it asks for'(browser, site) {
    const host = await serve();
    const listen = 'window.heard = []; addEventListener("message", ({ data }) => heard.push(data));';
    host.page('/host', `<!doctype html><title>Host</title><script>${listen}</script><script src="${site.url}embed.js"></script><career-explorer page="guide"></career-explorer>`);
    try {
      await browser.go(`${host.origin}/host`);
      await browser.until('the embedded app to start', "return heard.some((m) => m.type === 'ready' && m.page === 'guide')");
      const higher = "const told = heard.filter((m) => m.type === 'height').pop()?.height; const frame = document.querySelector('career-explorer').shadowRoot.querySelector('iframe'); return told >= 640 && frame.clientHeight === Math.min(told, Math.max(320, innerHeight - 80))";
      await browser.until('the frame to be as high as it asks for', higher);
    } finally {
      await browser.go('about:blank');
      await host.close();
    }
  },
  async 'the guide is a plain page'(browser, site) {
    await browser.go(`${site.url}guide.html`);
    const headings = await browser.run("return document.querySelectorAll('h1, h2, h3').length");
    if (headings < 10) throw new Error(`the guide has ${headings} headings`);
  },
};

const name = process.argv[2];
if (!BROWSERS[name]) throw new Error(`a browser is one of ${Object.keys(BROWSERS).join(', ')}`);
const site = await serve();
let passed = 0;
let failed = 0;
let browser = null;
try {
  browser = await BROWSERS[name]();
  console.log(browser.name);
  for (const [what, test] of Object.entries(tests)) {
    try {
      await test(browser, site);
      passed += 1;
      console.log(`ok      ${what}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${what}\n        ${error.message}`);
    }
  }
} catch (error) {
  failed += 1;
  console.log(`FAILED  ${name} did not start: ${error.message}`);
} finally {
  await browser?.close();
  await site.close();
}
// In the words of a Rust test run, which `cargo xtask test` sums.
console.log(`test result: ${failed ? 'FAILED' : 'ok'}. ${passed} passed; ${failed} failed; 0 ignored`);
process.exitCode = failed ? 1 : 0;
