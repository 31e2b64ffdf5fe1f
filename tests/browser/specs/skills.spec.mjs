// What a skill's levels look like, what would show them and what to read: where one rates, where one plans, and in the guide.
import { test, expect, open, audit } from '../fixtures.mjs';
import { LINKS, PAGES, PLANS, keep, stored } from '../app.mjs';

const SUMMARY = 'Each level in full, with examples';

test('whoever rates sees on demand each level in full and what would count, and the row of what they chose is marked', async ({ page, site }) => {
  await keep(page, site, stored({ ...PLANS.started, ratings: { communication: 3 } }));
  await open(page, site, `${PAGES.assess}/skill/communication`);
  const examples = page.locator('details.examples');
  const rows = examples.locator('dl > div');
  await expect(page.getByText(SUMMARY)).toBeVisible();
  await expect(rows).toHaveCount(0);
  await page.getByText(SUMMARY).focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(6);
  await expect(rows.first()).toBeVisible();
  await expect(rows.nth(1)).toHaveText('1 AwareYou can write a status update that says what changed, what comes next and what you need. ');
  await expect(rows.nth(3)).toContainText('3 Proficient');
  await expect(rows.nth(3)).toContainText('For example: ');
  await expect(rows.nth(5)).toContainText('5 Shaping');
  expect(await audit(page)).toEqual([]);
  // Digits rate from here, too; what is open stays open, and as tall.
  const tall = await examples.evaluate((e) => e.offsetHeight);
  await page.keyboard.press('4');
  await expect(page.getByRole('radio', { name: /Leading/ })).toBeChecked();
  await expect(examples.locator('.chosen')).toHaveText(/^4 Leading/);
  await page.keyboard.press('2');
  await expect(examples.locator('.chosen')).toHaveText(/^2 Working/);
  expect(await examples.evaluate((e) => e.offsetHeight)).toBe(tall);
});

test('whoever rates a colleague sees the same lines and examples', async ({ page, site }) => {
  await open(page, site, LINKS.rate);
  await page.getByText(SUMMARY).click();
  const rows = page.locator('details.examples dl > div');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(3)).toContainText("They can set out their team's direction");
  for (const row of await rows.all()) await expect(row).not.toContainText(/\byour?\b/);
});

test('a step of the plan says what would show it and what to read', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.steps);
  const steps = page.getByRole('region', { name: 'Steps' }).getByRole('listitem');
  const upper = steps.filter({ hasText: /to level [345],/ });
  const lower = steps.filter({ hasText: /to level [12],/ });
  await expect(upper.first()).toContainText('Evidence, for example: ');
  await expect(upper.first()).toContainText(/To read: .+, \d{4}\./);
  await expect(upper.filter({ hasNotText: 'Evidence, for example: ' })).toHaveCount(0);
  await expect(lower.first()).toBeVisible();
  await expect(lower.filter({ hasText: 'Evidence, for example: ' })).toHaveCount(0);
});

test('the entry of a skill in the guide has its examples and what to read, and leads nowhere else', async ({ page, site }) => {
  await open(page, site, `${PAGES.guide}/skills/leadership`);
  const main = page.getByRole('main');
  await expect(main.getByText(/^Evidence, for example: /)).toHaveCount(3);
  const reading = main.locator('section').filter({ has: page.getByRole('heading', { name: 'What to read' }) });
  await expect(reading.getByRole('listitem')).toHaveCount(3);
  await expect(reading.getByRole('listitem').first()).toHaveText("Camille Fournier, The Manager's Path, 2017 book up to level 3");
  await expect(reading.getByRole('link')).toHaveCount(0);
});
