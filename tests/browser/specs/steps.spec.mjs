// Steps and ratings say the same, and nothing moves under a hand that ticks.
import { test, expect, open, ready } from '../fixtures.mjs';
import { keep, PAGES, PLANS, RATED, saved, stored } from '../app.mjs';

const TODAY = new Date().toISOString().slice(0, 10);
const announced = (page) => page.getByRole('status').filter({ hasText: /./ }).last();

test.beforeEach(async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.steps);
});

/** The steps as they stand: what each says, and whether it is ticked. */
const steps = (page) => page.getByRole('region', { name: 'Steps' }).getByRole('checkbox')
  .evaluateAll((all) => all.map((box) => [box.id, box.checked]));

const counts = async (page) => (await page.getByText(/\d+ open, \d+ done/).textContent()).match(/(\d+) open, (\d+) done/).slice(1).map(Number);

test('ticking raises the rating, in one edit that is said and can be undone', async ({ page }) => {
  const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
  const [open1, done1] = await counts(page);
  await step.check();
  await expect(announced(page)).toHaveText('Done. Your rating in Strategic Vision is 3 now.');
  await expect.poll(() => counts(page)).toEqual([open1 - 1, done1 + 1]);
  expect((await saved(page)).ratings['strategic-vision']).toBe(3);
  expect((await saved(page)).done).toEqual({ 'strategic-vision:3': TODAY });

  await page.getByRole('button', { name: 'Undo: tick', exact: true }).first().click();
  await expect(step).not.toBeChecked();
  expect((await saved(page)).ratings['strategic-vision']).toBe(RATED['strategic-vision']);
  await page.getByRole('button', { name: 'Redo: tick' }).click();
  await expect(step).toBeChecked();

  // Unticked, the rating is what it was below the step.
  await step.uncheck();
  await expect(announced(page)).toHaveText('Open again. Your rating in Strategic Vision is 2 now.');
  expect((await saved(page)).ratings['strategic-vision']).toBe(2);
  expect((await saved(page)).done).toEqual({});
});

test('a step that the rating has reached is done, whoever gave it', async ({ page, site }) => {
  const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
  await step.check();
  await open(page, site, '#/assess/skill/strategic-vision');
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(/^Proficient/);
  // A higher rating does the next step too, without a day; the day of the tick is kept.
  await page.locator('label[for=level-4]').click();
  await open(page, site, PAGES.steps);
  const row = (name) => page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name }) });
  await expect(row('Strategic Vision: to level 3')).toContainText('Done on');
  await expect(row('Strategic Vision: to level 4')).toContainText('Reached, by your rating');
  await expect(page.getByRole('checkbox', { name: 'Strategic Vision: to level 4' })).toBeChecked();
  // A lower one opens both again: they do not say two things.
  await open(page, site, '#/assess/skill/strategic-vision');
  await page.locator('label[for=level-2]').click();
  await open(page, site, PAGES.steps);
  await expect(page.getByRole('checkbox', { name: 'Strategic Vision: to level 3' })).not.toBeChecked();
  expect((await saved(page)).done).toEqual({});
});

test('a double click ticks one step and no other, and every step stays in its place', async ({ page }) => {
  const before = await steps(page);
  const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
  const place = await step.boundingBox();
  await step.dblclick();
  await expect(step).toBeChecked();
  expect(await steps(page)).toEqual(before.map(([id, ticked]) => [id, ticked || id === 'step-strategic-vision-3']));
  expect(await step.boundingBox()).toEqual(place);
  await expect(step).toBeFocused();
  // Its name does the same; a third click that comes at once does nothing either.
  const [, [next]] = before;
  await page.locator(`label[for="${next}"]`).click({ clickCount: 3 });
  await expect(page.locator(`[id="${next}"]`)).toBeChecked();
  expect((await steps(page)).map(([id]) => id)).toEqual(before.map(([id]) => id));
});

test('the next visit has what was ticked off among what is done', async ({ page, site }) => {
  const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
  const done = page.getByRole('region', { name: 'Steps' }).locator('h2', { hasText: 'Done' }).locator('~ ul');
  await step.check();
  await expect(done.getByRole('checkbox', { name: 'Strategic Vision: to level 3' })).toHaveCount(0);
  await open(page, site, PAGES.gaps);
  await open(page, site, PAGES.steps);
  const ticked = done.getByRole('checkbox', { name: 'Strategic Vision: to level 3' });
  await expect(ticked).toBeChecked();
  // Taken back there it stays there, with the focus, until the visit after.
  await ticked.uncheck();
  await expect(ticked).toBeFocused();
  await page.reload();
  await ready(page);
  await expect(done.getByRole('checkbox', { name: 'Strategic Vision: to level 3' })).toHaveCount(0);
  await expect(step).not.toBeChecked();
});

test('by keyboard, the focus stays on the step that is ticked', async ({ page }) => {
  const box = page.getByRole('region', { name: 'Steps' }).getByRole('checkbox');
  await box.first().focus();
  await page.keyboard.press('Space');
  await expect(box.first()).toBeChecked();
  await expect(box.first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(box.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box.nth(1)).toBeChecked();
});

test('a plan of an earlier version, in which a tick did not rate, says one thing', async ({ page, site }) => {
  await keep(page, site, stored({ ...PLANS.rated, done: { 'strategic-vision:3': '2026-01-05' } }, 9));
  await open(page, site, PAGES.steps);
  await expect(page.getByRole('checkbox', { name: 'Strategic Vision: to level 3' })).toBeChecked();
  await open(page, site, PAGES.gaps);
  await expect(page.getByRole('img', { name: 'Strategic Vision: 3 of 5 asked, two short' })).toBeVisible();
  await open(page, site, '#/assess/skill/strategic-vision');
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(/^Proficient/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('two taps in a row tick what was tapped first, and nothing else', async ({ page }) => {
    const before = await steps(page);
    const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
    await step.tap();
    await expect(step).toBeChecked();
    expect((await steps(page)).map(([id]) => id)).toEqual(before.map(([id]) => id));
  });
});
