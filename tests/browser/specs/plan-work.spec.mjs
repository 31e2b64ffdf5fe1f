// The plan at work: actions by quarter, goals, the review, the history and the calendar file, each done as a person would, and read back.
import { readFile } from 'node:fs/promises';
import { test, expect, open, audit, overflow, ready } from '../fixtures.mjs';
import { keep, PAGES, PLANS, saved, stored } from '../app.mjs';

const quarterOf = (date) => ({ name: `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`, key: `${date.getUTCFullYear()}-q${Math.floor(date.getUTCMonth() / 3) + 1}` });
const NOW = quarterOf(new Date());
const NEXT = quarterOf(new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 3 - (new Date().getUTCMonth() % 3), 1)));
const TODAY = new Date().toISOString().slice(0, 10);

const column = (page, name) => page.getByRole('region', { name, exact: true });
const records = async (page, list) => Object.values((await saved(page)).records?.[list] ?? {});

test.describe('actions', () => {
  test.beforeEach(async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.actions);
  });

  test('are proposed with their reason, taken, changed, moved, done, and taken back where it was done', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What will you do this quarter?');
    const proposal = page.locator('.proposal').filter({ hasText: 'Keep up with architecture' });
    await expect(proposal).toContainText(/For Architecture 3 → 4, leading: the gate needs it\. The step adds \d\.\d points and takes about \d+ hours\./);
    await proposal.getByRole('button', { name: `Take it in ${NOW.name}: Keep up with architecture` }).click();
    await expect(proposal).toHaveCount(0);
    const now = column(page, `Now: ${NOW.name}`);
    await expect(now.getByRole('checkbox', { name: 'Keep up with architecture' })).toBeVisible();
    await expect.poll(() => records(page, 'actions')).toEqual([expect.objectContaining({ what: 'Keep up with architecture', skill: 'software-architecture', level: 4, quarter: NOW.key, from: 'goal-architecture' })]);

    // Changed, and moved to the next quarter.
    await now.getByRole('button', { name: 'Edit “Keep up with architecture”' }).click();
    await expect(page.getByLabel('What you do')).toBeFocused();
    await page.getByLabel('What you do').fill('Review two designs a month');
    await page.getByLabel('Hours').fill('24');
    await page.getByRole('button', { name: 'Save' }).click();
    await now.getByRole('button', { name: `Move “Review two designs a month” to ${NEXT.name}` }).click();
    const next = column(page, NEXT.name);
    await expect(next.getByRole('checkbox', { name: 'Review two designs a month' })).toBeVisible();
    await expect(next).toContainText(/24 of \d+ hours/);

    // Undo stands where it was done, and names what it takes back.
    await page.getByRole('main').getByRole('button', { name: 'Undo: action' }).click();
    await expect(now.getByRole('checkbox', { name: 'Review two designs a month' })).toBeVisible();
    await now.getByRole('checkbox', { name: 'Review two designs a month' }).check();
    await expect.poll(async () => (await records(page, 'actions'))[0].done).toBe(TODAY);
    await page.reload();
    await ready(page);
    await expect(now.getByRole('checkbox', { name: 'Review two designs a month' })).toBeChecked();
  });

  test('of one’s own are written, ordered and deleted, by keyboard too', async ({ page }) => {
    const now = column(page, `Now: ${NOW.name}`);
    for (const what of ['First “thing” 🚀', 'Second thing']) {
      await now.getByRole('button', { name: `Add an action to ${NOW.name}` }).press('Enter');
      await page.getByRole('button', { name: 'Add it' }).press('Enter');
      await expect(page.getByText('Say what you will do.')).toBeVisible();
      await page.getByLabel('What you do').fill(what);
      await page.getByLabel('What you do').press('Enter');
      await expect(now.getByRole('checkbox', { name: what })).toBeFocused();
    }
    const names = () => now.getByRole('checkbox').evaluateAll((all) => all.map((box) => box.labels[0].textContent));
    expect(await names()).toEqual(['First “thing” 🚀', 'Second thing']);
    await now.getByRole('button', { name: 'Do “Second thing” earlier in this quarter' }).press('Enter');
    await expect.poll(names).toEqual(['Second thing', 'First “thing” 🚀']);
    await now.getByRole('button', { name: 'Edit “Second thing”' }).press('Enter');
    await page.getByRole('button', { name: 'Delete' }).press('Enter');
    await expect.poll(names).toEqual(['First “thing” 🚀']);
    await page.getByRole('main').getByRole('button', { name: 'Undo: removal of an action' }).click();
    await expect.poll(names).toEqual(['Second thing', 'First “thing” 🚀']);
  });

  test('and goals come as a calendar file', async ({ page }) => {
    await page.getByRole('button', { name: /^Take it in / }).first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Calendar file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/head-of-engineering.*\.ics$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
    expect(text).toContain('SUMMARY:Quarterly career review\r\n');
    expect(text).toContain('RRULE:FREQ=MONTHLY;INTERVAL=3');
    expect(text).toContain(`SUMMARY:${NOW.name} ends: 1 open\r\n`);
  });
});

test('goals say what is vague, become clear, and are kept', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.goals);
  await page.getByRole('button', { name: 'Make it mine: Write a roadmap of several years' }).click();
  const goal = page.getByRole('list', { name: 'Your goals' }).getByRole('listitem').filter({ hasText: 'Write a roadmap of several years' });
  await expect(goal).toContainText('Measured How would you see it?');
  await expect(goal).toContainText('Time By when?');
  await goal.getByRole('button', { name: /^Edit/ }).click();
  const due = `${new Date().getUTCFullYear() + 1}-06-30`;
  await page.getByLabel('S Specific').fill('Write a roadmap for payments');
  await expect(page.locator('#goal-measure-asks')).toHaveText('How would you see it?');
  await page.getByLabel('M Measured').fill('Three teams plan by it');
  await expect(page.locator('#goal-measure-asks')).not.toHaveText('How would you see it?');
  await page.getByLabel('M Measured').fill('From none to 3 of 3 teams plan by it');
  await expect(page.locator('#goal-measure-asks')).toHaveText('clear');
  await page.getByLabel('A Achievable').fill('Ask two product managers for their bets');
  await page.getByLabel('T Time').fill(due);
  await page.getByLabel('If this happens').fill('it is Monday at nine');
  await page.getByLabel('then I do this').fill('I open the roadmap');
  await page.getByRole('button', { name: 'Save the goal' }).click();
  await expect(page.getByText('clear in all five', { exact: true })).toBeVisible();
  await expect(page.getByText('If it is Monday at nine, then I open the roadmap.')).toBeVisible();
  await page.getByRole('slider').fill('40');
  await expect(page.getByText('40 % there', { exact: true })).toBeVisible();
  expect(await records(page, 'aims')).toEqual([expect.objectContaining({ what: 'Write a roadmap for payments', by: due, progress: 40, from: 'goal-roadmap', group: 'goals-vision' })]);
  expect((await saved(page)).goals).toEqual(['goal-roadmap']);
});

test('a review leaves a snapshot, the history tells what changed since, and brings it back', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.review);
  await page.getByLabel('What do you take along?').fill('Fewer things at once');
  await page.getByRole('button', { name: `Finish the review of ${NOW.name}` }).click();
  await expect(page.getByRole('main').getByText('The review is kept, with a snapshot of your plan.')).toBeVisible();
  expect((await saved(page)).snapshots.map((one) => one.name)).toEqual([`Review of ${NOW.name}`]);
  expect(await records(page, 'reviews')).toEqual([expect.objectContaining({ note: 'Fewer things at once', quarter: NOW.key })]);

  await page.goto(site.url + PAGES.plan);
  await page.getByRole('button', { name: 'I can do this now' }).click();
  await page.goto(site.url + PAGES.history);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From 62 to 63 % ready');
  await expect(page.getByText('Strategic Vision & Technology Roadmap: 2 → 3').or(page.getByText('Strategic Vision: 2 → 3'))).toBeVisible();
  await page.getByRole('button', { name: `Restore: Review of ${NOW.name}` }).click();
  await expect.poll(async () => (await saved(page)).ratings['strategic-vision']).toBe(2);
  await page.getByRole('main').getByRole('button', { name: 'Undo: return to a snapshot' }).click();
  await expect.poll(async () => (await saved(page)).ratings['strategic-vision']).toBe(3);
});

test('an action, a goal and their forms have no accessibility fault, and nothing sticks out', async ({ page, site }) => {
  test.slow();
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.actions);
  await page.getByRole('button', { name: /^Take it in / }).first().click();
  await page.getByRole('button', { name: /^Edit/ }).click();
  const check = async () => {
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toEqual([]);
    }
    expect(await audit(page)).toEqual([]);
  };
  await check();
  await page.goto(site.url + PAGES.goals);
  await page.getByRole('button', { name: /^Make it mine/ }).first().click();
  await check();
  await page.getByRole('button', { name: /^Edit/ }).click();
  await check();
});
