// The main job, from nothing to a plan that is still there after a reload: by mouse, by keyboard alone, and by touch on a phone.
//
// The worked figures. Weights for Head of Engineering: Critical 4, High 3, Medium 2, not rated 3, × 1.25 where the senior focus
// names the skill (Strategic Vision, Strategic Thinking, Leadership, Emotional Intelligence, Communication, Data-Driven Decision
// Making, Adaptability, Problem-Solving). With the ratings of RATED:
//   Σ weight × min(rated, required) = 227.5, Σ weight × required = 362.5; 227.5 ÷ 362.5 = 62.76 %, shown as 62 %.
//   Strategic Vision: 3.75 × (5 − 2) = 11.25; 11.25 ÷ 362.5 = 3.1 points, the heaviest gap (with Data-Driven Decision Making, which
//   comes later in the guide).
//   With its step to level 3 ticked off: 231.25 ÷ 362.5 = 63.8 %, shown as 63 %; 3.75 × 2 ÷ 362.5 = 2.1 points.
// Routes: to Director 2–4 years, then 2–4 to Head of Engineering. 7 + 2 + 2 = 11 and 7 + 4 + 4 = 15 years, which is 4 and 8
// years from today.
import { test, expect, open, ready } from '../fixtures.mjs';
import { RATED } from '../app.mjs';

const YEAR = new Date().getUTCFullYear();

async function checkFigures(page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What stands between you and Head of Engineering');
  await expect(page.getByText('27 of 27 skills rated.')).toBeVisible();
  await expect(page.getByText(/^You are 62\s% ready\. To be ready you need \d+\ssteps in \d+\sskills\./)).toBeVisible();
  await page.getByRole('button', { name: /^Met/ }).click();
  const rows = page.getByRole('main').locator('.gap-row');
  await expect(rows).toHaveCount(27);
  await expect(rows.first()).toContainText('Strategic Vision');
  await expect(rows.first()).toContainText('−3');
  await expect(rows.first()).toContainText('3.1 points');
  await expect(page.getByRole('img', { name: 'Strategic Vision: 2 of 5 asked, three short' })).toBeVisible();
  await expect(page.getByText('Every critical skill at its level: Architecture is short')).toBeVisible();
  await expect(page.getByText('Every focus skill at its level: 8 skills are short')).toBeVisible();
}

async function checkRoutes(page) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('to Head of Engineering');
  const fastest = page.getByRole('group', { name: 'Routes' }).getByRole('button').first();
  await expect(fastest).toContainText('Fastest');
  await expect(fastest).toContainText(`${YEAR + 4}–${YEAR + 8}`);
  await expect(page.getByRole('region', { name: 'Itinerary' }).getByRole('link', { name: 'Director of Engineering' })).toBeVisible();
  await expect(page.getByText(`${YEAR + 4} if each move comes early, ${YEAR + 8} at the usual pace.`)).toBeVisible();
  // What the leg takes at the pace stands beside what the route gives it.
  await expect(page.getByRole('img', { name: new RegExp(`^(Yes|Not).*${YEAR + 2} to ${YEAR + 4} for the title$`) })).toBeVisible();
  await expect(page.getByText(/^At 6\shours a week the gate of Director of Engineering is likely passed in \w+ \d{4}/)).toBeVisible();
  await expect(page.getByText(/the route has 2 to 4\syears for this move\./)).toBeVisible();
}

async function checkFiguresAfterTheStep(page) {
  await expect(page.getByText(/^You are 63\s% ready\./)).toBeVisible();
  const row = page.getByRole('main').locator('.gap-row').filter({ hasText: 'Strategic Vision' });
  await expect(row).toContainText('−2');
  await expect(row).toContainText('2.1 points');
}

async function checkPlan(page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Likely ready for Director of Engineering by \w+ \d{4}$/);
  await expect(page.getByText(/^To be ready you need \d+\ssteps in \d+\sskills; \d+ done\. Likely \w+ \d{4}/)).toBeVisible();
}

/** The step under way, with what one can do today and what then. */
async function checkNow(page, name, then) {
  const now = page.getByRole('region', { name: 'Now' });
  await expect(now.getByRole('heading')).toHaveText(name);
  await expect(now.getByText(then)).toBeVisible();
}

/** The id of the skill that is asked about. */
async function skillShown(page) {
  return new URL(await page.getByRole('link', { name: 'In the guide' }).evaluate((a) => a.href)).hash.split('/').pop();
}

/** Everything but the keyboard's way, with `press` to press a thing. */
async function mainJob({ page, site, press }) {
  const to = (name) => page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name });
  await open(page, site);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where could engineering leadership take you?');
  await page.getByLabel('I am').selectOption({ label: 'Engineering Manager' });
  await page.getByLabel('I want to be').selectOption({ label: 'Head of Engineering' });
  await page.getByLabel('Years so far').fill('7');
  await press(page.getByRole('button', { name: 'Plan my route' }));
  await checkRoutes(page);

  // Where the bar has no room for it, Home's next step is to rate.
  if (!await to('Assess').isVisible()) {
    await press(to('Home'));
    await press(page.getByRole('main').getByRole('link', { name: /^Rate \d+\sskills$/ }));
  } else {
    await press(to('Assess'));
  }
  const seen = new Set();
  const main = page.getByRole('main');
  for (let n = 0; n < 27; n += 1) {
    await expect(main.getByText(`${n} of 27 rated`)).toBeVisible();
    // Once it is enough, the rest comes in rounds.
    const round = page.getByRole('button', { name: /^Rate \d: \d+ to \d+\spoints?$/ });
    if (await round.count()) {
      await press(round);
      await expect(round).toHaveCount(0);
    }
    const name = await page.getByRole('heading', { level: 1 }).textContent();
    seen.add(name);
    const id = await skillShown(page);
    await expect(main.locator('.option em'), 'what is asked does not steer the answer').toHaveCount(0);
    await press(page.locator(`label[for=level-${RATED[id]}]`));
    // The next question is there, and what was said of the last one.
    await expect(main.getByText(new RegExp(`^${name.replace('/', '.')} ${RATED[id]}: (as asked|(one|two|three|four) short)$`))).toBeVisible();
  }
  expect(seen.size).toBe(27);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 27 skills are rated');
  await press(main.getByRole('link', { name: 'See my gaps' }));
  await checkFigures(page);

  await press(to('Route'));
  await checkRoutes(page);
  await press(page.getByRole('button', { name: 'Follow this route' }));
  await checkPlan(page);
  await checkNow(page, 'Strategic Vision, from 2 to 3', 'You can set out your team');
  await press(page.getByRole('button', { name: 'I can do this now' }));
  await expect(page.getByRole('main').getByText('Strategic Vision is at level 3 now.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Now' }).getByRole('heading')).not.toHaveText('Strategic Vision, from 2 to 3');

  await page.reload();
  await ready(page);
  await checkPlan(page);
  await press(page.getByRole('link', { name: /steps, to tick off or print$/ }));
  const step = page.getByRole('checkbox', { name: 'Strategic Vision: to level 3, proficient' });
  await expect(step).toBeChecked();
  await expect(page.getByRole('listitem').filter({ has: step })).toContainText('Done on');
  await open(page, site, '#/gaps');
  await checkFiguresAfterTheStep(page);
}

test('by mouse', async ({ page, site }) => {
  test.slow();
  await mainJob({ page, site, press: (thing) => thing.click() });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('by touch', async ({ page, site }) => {
    test.slow();
    // Two quick taps at one place are a double tap, which counts once: something else is tapped in between.
    const press = async (thing) => {
      await page.getByRole('heading', { level: 1 }).tap();
      await thing.tap();
    };
    await mainJob({ page, site, press });
  });
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
    await expect(page.getByText(`${n} of 27 rated`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const round = page.getByRole('button', { name: /^Rate \d: / });
    if (await round.count()) {
      await tabTo(round);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    }
    await page.keyboard.press(String(RATED[await skillShown(page)]));
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 27 skills are rated');
  await tabTo(page.getByRole('main').getByRole('link', { name: 'See my gaps' }));
  await page.keyboard.press('Enter');
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
