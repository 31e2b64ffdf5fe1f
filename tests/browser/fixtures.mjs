// What the specs share. Import `test` and `expect` from here:
//
//   test('starts', async ({ page, site }) => { await open(page, site, '#/map'); });
//
// Each test has a server, and so an origin and a storage, of its own. A test fails by itself on an uncaught error, an error
// in the console, a breach of the policy, or a request to another origin, unless it says which it expects:
//
//   test.use({ expectedErrors: [/did not load/] });
import { test as base, expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { serve } from './server.mjs';

export { expect };

export const test = base.extend({
  expectedErrors: [[], { option: true }],
  /** Origins beside the site's own that the test may ask, such as an embedding site's. */
  otherOrigins: [[], { option: true }],

  site: async ({}, use) => {
    const site = await serve();
    await use(site);
    await site.close();
  },

  guard: [async ({ context, site, expectedErrors, otherOrigins }, use) => {
    const wrong = [];
    const note = (text) => { if (!expectedErrors.some((e) => e.test(text))) wrong.push(text); };
    context.on('weberror', (error) => note(`uncaught: ${error.error().message}`));
    context.on('console', (message) => { if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`); });
    context.on('request', (request) => {
      const url = new URL(request.url());
      const isOwn = url.origin === site.origin || otherOrigins.includes(url.origin) || !url.protocol.startsWith('http');
      if (!isOwn) wrong.push(`a request to ${url.origin}`);
    });
    await use(wrong);
    expect(wrong, 'errors and requests that nobody expected').toEqual([]);
  }, { auto: true }],
});

/**
 * Opens a page of the app by its address, from nothing or from another page of it, and waits until that very page is there: whole, or saying
 * what of it could not be fetched.
 */
export async function open(page, site, route = '') {
  await arrival(page, site.url + route, () => page.goto(site.url + route));
}

/** The same where the app runs already, in a page or a frame, by changing the fragment alone. */
export async function turn(frame, hash) {
  await arrival(frame, hash, () => frame.evaluate((to) => { location.hash = to; }, hash));
}

/** Does what changes the address of a page or a frame, and waits until the app shows the page of that address. */
export async function arrival(frame, address, act) {
  await frame.evaluate((to) => {
    const isHome = (url) => /^#?\/?$/.test(url.hash);
    const [here, there] = [new URL(location.href), new URL(to, location.href)];
    // Where the page stays the same, so does its heading.
    const stays = here.href === there.href || (isHome(here) && isHome(there));
    window.left = stays ? null : document.getElementById('heading');
  }, address);
  await act();
  await ready(frame);
}

/**
 * Waits until the app has started and shows the page of the address, with the parts that come by themselves, or says that they are missing.
 * Each page has a heading of its own, so that the one before it is gone once its heading is; and nothing waits for a frame to be drawn.
 */
export async function ready(frame) {
  await frame.waitForSelector('html[data-ready]', { state: 'attached' });
  const arrived = frame.waitForFunction(() => {
    const heading = document.getElementById('heading');
    const isFrame = document.getElementById('shell') && document.documentElement.dataset.shell !== 'first';
    const waits = [...document.querySelectorAll('[role=status]')].some((one) => /^Getting (this page|the rest) …$/.test(one.textContent));
    return heading && heading !== window.left && !isFrame && !waits;
  }, null, { timeout: 20_000 });
  await arrived.catch(async (error) => {
    throw new Error(`${await frame.evaluate(() => location.href)} is not there: ${await frame.evaluate(() => document.querySelector('main')?.innerText.slice(0, 200))}`, { cause: error });
  });
  await drawn(frame);
}

/** Waits until what is drawn for the room that it gets has been drawn: that is seen to before a frame is, and shown by the next one. */
async function drawn(frame) {
  await frame.evaluate(async () => { for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame); });
}

/** Unfolds all that is folded on the page, and what that brings, waits until it is filled, and tells how much it was. */
export async function unfold(page, within = 'main') {
  const folded = page.locator(`${within} details:not([open]) > summary:visible`);
  let count = 0;
  for (; await folded.count(); count += 1) await folded.first().click();
  // What some of them hold is made once they are open.
  await expect(page.locator(`${within} details[open]:not(:has(> :not(summary)))`)).toHaveCount(0);
  return count;
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The accessibility faults of the page as it stands, by axe, for WCAG 2.2 A and AA: [{ id, help, nodes }]. */
export async function audit(page, selector) {
  await drawn(page);
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate(async (within) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await window.axe.run(within ?? document, { runOnly: tags })).violations;
  }, selector ?? null);
  return found.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((n) => n.target.join(' ')) }));
}

/** What sticks out of the page sideways, as selectors: nothing may, at any width. */
export async function overflow(page) {
  await drawn(page);
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    return wide.slice(0, 5).map((e) => `${e.localName}${e.id && `#${e.id}`}${e.classList.length ? `.${[...e.classList].join('.')}` : ''}`);
  });
}
