// The main job, from nothing to a plan that is still there after a reload: by mouse, and by keyboard alone.
//
// The worked figures. Weights for Head of Engineering: Critical 4, High 3, Medium 2, not rated 3, × 1.25 where the senior focus
// names the skill (Strategic Vision, Strategic Thinking, Leadership, Emotional Intelligence, Communication, Performance
// Management, Adaptability, AI/ML Integration). With the ratings of RATED:
//   Σ weight × min(rated, required) = 229.75, Σ weight × required = 349; 229.75 ÷ 349 = 65.83 %, shown as 65 %.
//   Strategic Vision: 3.75 × (5 − 2) = 11.25; 11.25 ÷ 349 = 3.2 points, the heaviest gap.
// Routes: to Director 3–5 years, then 3–5 to Head of Engineering. 7 + 3 + 3 = 13 and 7 + 5 + 5 = 17 years, which is 6 and 10
// years from today.
import { test, expect, open, ready } from '../fixtures.mjs';
import { RATED } from '../app.mjs';

const YEAR = new Date().getUTCFullYear();

/** What the gaps page says. After the step to Strategic Vision 3: 229.75 + 3.75 = 233.5; 233.5 ÷ 349 = 66.9 %, and 3.75 × 2 ÷ 349 = 2.1. */
async function checkFigures(page, isTicked = false) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What Head of Engineering asks of you');
  await expect(page.getByText('27 of 27 skills rated.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Ready:/ })).toHaveText(isTicked ? 'Ready: 66 %' : 'Ready: 65 %');
  const rows = page.getByRole('main').locator('ol.gap-rows > li');
  await expect(rows).toHaveCount(27);
  await expect(rows.first()).toContainText('Strategic Vision');
  await expect(rows.first()).toContainText('−3');
  await expect(rows.first()).toContainText('3.2 points');
  await expect(page.getByRole('img', { name: 'Strategic Vision: level 2, required 5' })).toBeVisible();
  await expect(page.getByText('Every critical skill at its level: Architecture is short')).toBeVisible();
}

async function checkRoutes(page) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('to Head of Engineering');
  const fastest = page.getByRole('group', { name: 'Routes' }).getByRole('button').first();
  await expect(fastest).toContainText('Fastest');
  await expect(fastest).toContainText(`${YEAR + 6}–${YEAR + 10}`);
  await expect(page.getByRole('region', { name: 'Itinerary' }).getByRole('link', { name: 'Director of Engineering' })).toBeVisible();
}

async function checkPlan(page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First leg: to Director of Engineering');
  await expect(page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' })).toBeVisible();
}

test('by mouse', async ({ page, site }) => {
  test.slow();
  await open(page, site);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where could engineering leadership take you?');
  await page.getByLabel('I am').selectOption({ label: 'Engineering Manager' });
  await page.getByLabel('I want to be').selectOption({ label: 'Head of Engineering' });
  await page.getByLabel('Years so far').fill('7');
  await page.getByRole('button', { name: 'Plan my route' }).click();
  await checkRoutes(page);

  await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Assess' }).click();
  const seen = new Set();
  for (let n = 0; n < 27; n += 1) {
    await expect(page.getByText(`Skill ${n + 1} of 27`)).toBeVisible();
    const name = await page.getByRole('heading', { level: 1 }).textContent();
    seen.add(name);
    const id = new URL(await page.getByRole('link', { name: 'In the guide' }).evaluate((a) => a.href)).hash.split('/').pop();
    await expect(page.getByRole('main').getByText(/asks for \d/)).toHaveCount(0);
    await page.locator(`label[for=level-${RATED[id]}]`).click();
    await expect(page.getByRole('main').getByText(/asks for \d/)).toBeVisible();
    await page.getByRole('button', { name: 'Next skill' }).click();
  }
  expect(seen.size).toBe(27);
  await checkFigures(page);

  await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Route' }).click();
  await checkRoutes(page);
  await page.getByRole('button', { name: 'Follow this route in my plan' }).click();
  await checkPlan(page);
  const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
  await step.check();
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();

  await page.reload();
  await ready(page);
  await checkPlan(page);
  await expect(step).toBeChecked();
  await page.goto(`${site.url}#/gaps`);
  await checkFigures(page);
});

test('by keyboard alone', async ({ page, site }) => {
  test.slow();
  await open(page, site);
  const tabTo = async (locator) => {
    for (let n = 0; n < 60; n += 1) {
      if (await locator.evaluate((e) => e === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not get there');
  };
  await tabTo(page.getByLabel('I am'));
  await page.keyboard.type('Engineering Manager');
  await tabTo(page.getByLabel('I want to be'));
  await page.keyboard.type('Head of');
  await tabTo(page.getByLabel('Years so far'));
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await checkRoutes(page);

  await tabTo(page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Assess' }));
  await page.keyboard.press('Enter');
  for (let n = 0; n < 27; n += 1) {
    await expect(page.getByText(`Skill ${n + 1} of 27`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const id = new URL(await page.getByRole('link', { name: 'In the guide' }).evaluate((a) => a.href)).hash.split('/').pop();
    await page.keyboard.press(String(RATED[id]));
    await expect(page.locator(`#level-${RATED[id]}`)).toBeChecked();
    await tabTo(page.getByRole('button', { name: 'Next skill' }));
    await page.keyboard.press('Enter');
  }
  await checkFigures(page);
  await tabTo(page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Plan' }));
  await page.keyboard.press('Enter');
  await checkPlan(page);
  await page.reload();
  await ready(page);
  await checkPlan(page);
});

test('a form that lacks something says what, and goes there', async ({ page, site }) => {
  await open(page, site);
  await page.getByRole('button', { name: 'Plan my route' }).click();
  await expect(page.getByText('Choose the title you hold now, or the nearest one.')).toBeVisible();
  await expect(page.getByLabel('I am')).toBeFocused();
  await page.getByLabel('I am').selectOption('engineering-manager');
  await page.getByLabel('I want to be').selectOption('engineering-manager');
  await page.getByLabel('Years so far').fill('seven');
  await page.getByRole('button', { name: 'Plan my route' }).click();
  await expect(page.getByText('Choose a destination other than your title.')).toBeVisible();
  await expect(page.getByText('Whole years of experience, 0 to 60.')).toBeVisible();
});
