// The first page of someone without a plan: static, there before the program, and in place until the planner is needed.
import { readdir } from 'node:fs/promises';
import { test, expect, open, ready } from '../fixtures.mjs';
import { PAGES, PLANS, keep, saved, stored } from '../app.mjs';
import { DIST } from '../server.mjs';

const HEADING = 'Where could engineering leadership take you?';
const PLANNER = (await readdir(DIST)).find((name) => /^split_planner.*\.wasm$/.test(name));
const PROGRAM = (await readdir(DIST)).find((name) => /_bg\.wasm$/.test(name));

async function fill(page) {
  await page.getByLabel('I am').selectOption({ label: 'Engineering Manager' });
  await page.getByLabel('I want to be').selectOption({ label: 'Head of Engineering' });
  await page.getByLabel('Years so far').fill('7');
}

const send = (page) => page.getByRole('button', { name: 'Plan my route' }).click();
const map = (page) => page.getByRole('group', { name: 'Titles by seniority; each one is a link' });

test('is there before the program, with the map', async ({ page, site }) => {
  site.fault(PROGRAM, 'hang');
  await page.goto(site.url, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADING);
  await expect(map(page).getByRole('link')).toHaveCount(24);
  await expect(page.getByText('The form is on its way.')).toBeVisible();
  await expect(page.getByText('Getting the planner ready.')).toBeHidden();
});

test('stays as it is while the planner is fetched', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, site);
  await page.getByLabel('Years so far').fill('12');
  const isFetched = (name) => performance.getEntriesByType('resource').some((entry) => entry.name.endsWith(name) && entry.responseEnd > 0);
  await page.waitForFunction(isFetched, PLANNER);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await expect(page.getByLabel('Years so far')).toHaveValue('12');
  await expect(page.getByLabel('Years so far')).toBeFocused();
  expect(await page.evaluate(() => window.shifts)).toBe(0);
});

for (const width of [320, 412, 528, 529, 767, 768, 976, 977, 1280, 1600]) {
  test(`moves nothing when the form comes, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route((url) => url.pathname.endsWith(PROGRAM), async (route) => { await held; await route.continue(); });
    await page.goto(site.url, { waitUntil: 'commit' });
    await expect(page.getByText('The form is on its way.')).toBeVisible();
    const top = () => map(page).evaluate((drawn) => drawn.getBoundingClientRect().top);
    const before = await top();
    release();
    await ready(page);
    await expect(page.getByLabel('Years so far')).toBeVisible();
    expect(Math.abs(await top() - before)).toBeLessThan(0.1);
  });
}

test('shows one map that fits, at any width', async ({ page, site }) => {
  await open(page, site);
  for (const width of [320, 360, 375, 390, 430, 600, 768, 987, 988, 1024, 1215, 1216, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(map(page), `${width} px`).toHaveCount(1);
    const [drawn, column] = await Promise.all([map(page).boundingBox(), page.getByRole('region', { name: 'Map of titles' }).boundingBox()]);
    expect(drawn.width, `${width} px`).toBeLessThanOrEqual(column.width);
  }
});

test('has the frame that every page has', async ({ page, site }) => {
  await open(page, site);
  const frame = () => page.evaluate(() => ['header', 'footer'].map((name) => {
    const part = document.querySelector(name);
    return [...part.querySelectorAll('a, nav, span')].filter((e) => !e.closest('.bar-tools')).map((e) => [e.localName, e.textContent, e.className, e.getAttribute('href'), e.getAttribute('aria-label')]);
  }));
  const words = async () => [await page.title(), ...(await page.locator('.hero').innerText()).split('\n')];
  const [first, welcome] = [await frame(), await words()];
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await frame()).toEqual(first);
  expect(await page.locator('#shell').count()).toBe(0);
  // And the planner's own page for someone without a plan says the same.
  await page.getByRole('link', { name: 'Career Explorer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADING);
  expect(await words()).toEqual(welcome);
});

test('leads into the planner by each of its ways', async ({ page, site }) => {
  await open(page, site);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADING);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('I am')).toBeFocused();
  // A station of the map, and back to where one came from.
  await map(page).getByRole('link', { name: 'Director of Engineering' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Director of Engineering');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADING);
  await fill(page);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('to Head of Engineering');
});

test('says that the planner is on its way, and lets one come back', async ({ page, site }) => {
  site.fault(PLANNER, 'hang');
  await open(page, site);
  await fill(page);
  await send(page);
  await expect(page.getByRole('status').filter({ hasText: 'Getting the planner ready' })).toBeVisible();
  await expect(page.getByLabel('Years so far')).toHaveValue('7');
  await map(page).getByRole('link', { name: 'Director of Engineering' }).click();
  await expect(page.getByRole('heading', { name: HEADING })).toBeHidden();
  await expect(page.getByText('Getting the planner ready.')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: HEADING })).toBeVisible();
  await expect(page.getByText('Getting the planner ready')).toHaveCount(1);
  await expect(page.getByText('Getting the planner ready')).toBeHidden();
  await expect(page.getByLabel('Years so far')).toHaveValue('7');
});

test('begins a plan that is saved at once, and can be undone', async ({ page, site }) => {
  await open(page, site);
  await fill(page);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect.poll(() => saved(page)).toMatchObject(PLANS.started);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('to Head of Engineering');
  await open(page, site, '#/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Head of Engineering is two moves and 4 to 8 years away.');
});

test('is not what someone with a plan sees, not even at first', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  site.fault(PROGRAM, 'hang');
  await page.goto(site.url, { waitUntil: 'commit' });
  await expect(page.getByText('Getting the planner ready.')).toBeVisible();
  await expect(page.getByRole('heading', { name: HEADING })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('says so, shows the map, and leads to the guide alone', async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page.getByRole('heading', { name: 'Scripts are switched off' })).toBeVisible();
    await expect(map(page)).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByText('The form is on its way.')).toBeHidden();
    await page.getByRole('link', { name: 'read the guide' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Head of Engineering career guide');
  });
});

test.describe('when the planner cannot be fetched', () => {
  test.use({ expectedErrors: [/wasm|Failed to load resource|fetch|compil/i] });

  test('keeps what was entered, says so, and goes on once it can', async ({ page, site }) => {
    site.fault(PLANNER, 'missing');
    await open(page, site);
    await fill(page);
    await send(page);
    await expect(page.getByRole('alert')).toContainText('could not be fetched');
    await expect(page.getByLabel('Years so far')).toHaveValue('7');
    site.mend();
    await send(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('to Head of Engineering');
    await expect.poll(() => saved(page)).toMatchObject(PLANS.started);
  });

  test('says so in place of any other page', async ({ page, site }) => {
    site.fault(PLANNER, 'missing');
    const box = page.getByRole('heading', { level: 1, name: 'Career Explorer could not start' });
    await page.goto(site.url + PAGES.guide);
    await expect(box).toBeVisible();
    await page.goto('about:blank');
    await open(page, site);
    await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Gaps' }).click();
    await expect(box).toBeVisible();
    site.mend();
    await page.reload();
    await ready(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What stands between you and your next title');
  });
});
