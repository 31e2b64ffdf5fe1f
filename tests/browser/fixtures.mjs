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

/** Opens a page of the app and waits until it has started. */
export async function open(page, site, route = '') {
  await page.goto(site.url + route);
  await ready(page);
}

/** Waits until the app has started, and what it shows of parts that come by themselves is there, or is said to be missing. */
export async function ready(page) {
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.waitForFunction(() => ![...document.querySelectorAll('[role=status]')].some((one) => /^Getting (this page|the rest) …$/.test(one.textContent)));
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The accessibility faults of the page as it stands, by axe, for WCAG 2.2 A and AA: [{ id, help, nodes }]. */
export async function audit(page, selector) {
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
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    return wide.slice(0, 5).map((e) => `${e.localName}${e.id && `#${e.id}`}${e.classList.length ? `.${[...e.classList].join('.')}` : ''}`);
  });
}
