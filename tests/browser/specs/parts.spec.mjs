// Parts of the program that are fetched when a page asks for them: what the page says while one is not there, and that it can be had after
// all. That every page works with the network gone is held in offline.spec.mjs.
import { readdir } from 'node:fs/promises';
import { test, expect, audit, open } from '../fixtures.mjs';
import { PAGES, PLANS, keep, saved, stored } from '../app.mjs';
import { DIST } from '../server.mjs';

const SELDOM = (await readdir(DIST)).find((name) => /^split_seldom.*\.wasm$/.test(name));
const again = (page) => page.getByRole('button', { name: 'Try again' });

test.skip(!SELDOM, 'the program is in one file');
test.use({ expectedErrors: [/wasm|Failed to load resource|fetch|compil|net::/i] });

for (const kind of ['missing', 'broken', 'truncated', 'short']) {
  test(`a page says that its part could not be fetched, and has it after all (${kind})`, async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    site.fault(SELDOM, kind);
    await open(page, site, PAGES.guide);
    await expect(page.getByRole('alert').filter({ hasText: 'This page could not be fetched' })).toBeVisible();
    // Once more, and it is still not there; the rest of the app is.
    await again(page).click();
    await expect(again(page)).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: 'Gaps' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What stands between you and Head of Engineering');
    await page.goBack();
    site.mend();
    await again(page).click();
    await expect(page.getByRole('searchbox', { name: 'Search the guide' })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' })).toHaveCount(0);
    expect(Object.keys((await saved(page)).ratings)).toHaveLength(27);
  });
}

test('a title says all but what is in the part, and the rest once it is there', async ({ page, site }) => {
  site.fault(SELDOM, 'missing');
  await open(page, site, PAGES.title);
  await expect(page.getByRole('heading', { level: 1, name: 'Director of Engineering' })).toBeVisible();
  await expect(page.getByText('The rest could not be fetched')).toBeVisible();
  site.mend();
  await again(page).click();
  await expect(page.getByRole('heading', { name: 'The first 90 days' })).toBeVisible();
  await expect(page.getByText('The rest could not be fetched')).toHaveCount(0);
});

test('a page without its part has no accessibility fault', async ({ page, site }) => {
  site.fault(SELDOM, 'missing');
  await open(page, site, PAGES.guide);
  await expect(again(page)).toBeVisible();
  expect(await audit(page)).toEqual([]);
});
