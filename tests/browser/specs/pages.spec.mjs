// Every page, in every state that it has: no accessibility fault in either theme, nothing that sticks out at any width.
import { test, expect, open, unfold, audit, overflow } from '../fixtures.mjs';
import { keep, OPENED, PAGES as MAIN, PLANS, stored } from '../app.mjs';

const PAGES = { ...MAIN, ...OPENED };

const STATES = { none: null, half: PLANS.half, rated: PLANS.rated };

for (const [state, plan] of Object.entries(STATES)) {
  test.describe(`with ${state === 'none' ? 'no plan' : `a plan, ${state}`}`, () => {
    test.beforeEach(async ({ page, site }) => {
      if (plan) await keep(page, site, stored(plan));
      await open(page, site);
    });

    for (const colorScheme of ['light', 'dark']) {
      test(`no accessibility fault, ${colorScheme}`, async ({ page, site }) => {
        test.slow();
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const [name, route] of Object.entries(PAGES)) {
          await open(page, site, route);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await unfold(page);
          expect(await audit(page), `${name}, ${state}, ${colorScheme}`).toEqual([]);
        }
      });
    }

    for (const width of [320, 400, 600, 768, 940, 1024, 1280, 1600]) {
      test(`nothing sticks out, ${width} px`, async ({ page, site }) => {
        test.slow();
        await page.setViewportSize({ width, height: 800 });
        for (const [name, route] of Object.entries(PAGES)) {
          await open(page, site, route);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await overflow(page), `${name}, ${state}, ${width} px`).toEqual([]);
        }
      });
    }
  });
}

test('each page begins at its heading, and has a title of its own', async ({ page, site }) => {
  test.slow();
  await open(page, site);
  const titles = new Set();
  for (const route of Object.values(PAGES)) {
    if (route === PAGES.home) continue;
    await open(page, site, route);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    titles.add(await page.title());
  }
  expect(titles.size).toBe(Object.keys(PAGES).length - 1);
});

test('the map is reached by keyboard, and its list says the same', async ({ page, site }) => {
  await open(page, site, '#/map');
  const map = page.getByRole('group', { name: 'Titles by seniority; each one is a link' });
  const addresses = (links) => links.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  await expect(map.getByRole('link')).toHaveCount(24);
  const stations = await addresses(map.getByRole('link'));
  // The list is made once it is unfolded.
  await page.getByText('Read the map as a list').click();
  const list = page.getByRole('region', { name: 'Map of titles' }).getByRole('listitem').getByRole('link');
  await expect(list).toHaveCount(24);
  expect((await addresses(list)).sort()).toEqual([...stations].sort());
  const director = map.getByRole('link', { name: 'Director of Engineering' });
  await director.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Director of Engineering');
});

test('the guide is searched', async ({ page, site }) => {
  await open(page, site, '#/guide');
  await page.getByRole('searchbox', { name: 'Search the guide' }).fill('ci/cd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible();
  await page.getByRole('link', { name: 'DevOps & CI/CD' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('DevOps & CI/CD');
  await open(page, site, '#/guide?q=xyzzy');
  await expect(page.getByText('Nothing in the guide matches “xyzzy”.')).toBeVisible();
});
