// The plan at work: actions by quarter, goals, the review, the history and the calendar file, each done as a person would, and read back.
import { readFile } from 'node:fs/promises';
import { test, expect, open, arrival, audit, overflow, ready } from '../fixtures.mjs';
import ICAL from 'ical.js';
import { keep, PAGES, PLANS, saved, stored } from '../app.mjs';

const quarterOf = (date) => ({ name: `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`, key: `${date.getUTCFullYear()}-q${Math.floor(date.getUTCMonth() / 3) + 1}` });
const NOW = quarterOf(new Date());
const NEXT = quarterOf(new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 3 - (new Date().getUTCMonth() % 3), 1)));
const TODAY = new Date().toISOString().slice(0, 10);

/** The events of a calendar file, as ical.js reads them. */
async function eventsOf(file) {
  const text = await readFile(await file.path(), 'utf8');
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

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
    await expect(proposal).toContainText(/For Architecture 3 → 4, leading: the gate needs it\. The step adds \d\.\d\spoints and takes about \d+\shours\./);
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
    await expect(next).toContainText(/24\sof\s\d+\shours/);

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
    const events = await eventsOf(file);
    const named = (summary) => events.filter((event) => event.summary === summary);
    const [review] = named('Career plan: quarterly review');
    expect(review.component.getFirstPropertyValue('rrule').toString()).toMatch(/^FREQ=MONTHLY;INTERVAL=3/);
    expect(named(`Career plan: ${NOW.name} ends, 1 open`)).toHaveLength(1);
    expect(named('Career plan: refresh LinkedIn')).toHaveLength(1);
    expect(events.filter((event) => / at level \d, likely by now$/.test(event.summary)).length).toBeGreaterThan(2);
  });

  test('tell since when a title is held, and a new one has its first 90 days in the calendar file', async ({ page }) => {
    const became = page.getByLabel('When did you become an Engineering Manager?');
    const file = async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Calendar file' }).click();
      return (await eventsOf(await download)).filter((event) => / days as Engineering Manager$/.test(event.summary));
    };
    expect(await file()).toEqual([]);
    const began = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    await became.fill(began);
    await expect(page.getByText('Day 41 of your first 90. Home and the calendar file remind you of days 30, 60 and 90.')).toBeVisible();
    await expect.poll(async () => (await saved(page)).records.settings['held:engineering-manager']).toEqual({ began });
    const day = (after) => new Date(Date.parse(began) + after * 86_400_000).toISOString().slice(0, 10);
    const days = await file();
    // What to do by then is in it.
    expect(days.map((event) => event.description)).toEqual([expect.stringContaining('Compare what the team promised'), expect.stringContaining('By day 90')]);
    expect(days.map((event) => [event.summary, event.startDate.toString()])).toEqual([['Career plan: 60 days as Engineering Manager', day(59)], ['Career plan: 90 days as Engineering Manager', day(89)]]);
    await page.getByRole('main').getByRole('button', { name: 'Undo: setting' }).click();
    await expect(became).toHaveValue('');
    // A day to come is none since which a title is held.
    await became.fill('2999-01-01');
    await became.blur();
    await expect(became).toHaveValue('');
    const toCome = page.getByText('1 January 2999 is still to come. Give today or a day before it, or leave the field empty.');
    await expect(toCome).toBeVisible();
    await became.fill(began);
    await expect(toCome).toHaveCount(0);
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

  await open(page, site, PAGES.plan);
  await page.getByRole('button', { name: 'I can do this now' }).click();
  await open(page, site, PAGES.history);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From 62 to 63 % ready');
  await expect(page.getByText('Strategic Vision & Technology Roadmap: 2 → 3').or(page.getByText('Strategic Vision: 2 → 3'))).toBeVisible();
  await page.getByRole('button', { name: `Restore: Review of ${NOW.name}` }).click();
  await expect.poll(async () => (await saved(page)).ratings['strategic-vision']).toBe(2);
  await page.getByRole('main').getByRole('button', { name: 'Undo: return to a snapshot' }).click();
  await expect.poll(async () => (await saved(page)).ratings['strategic-vision']).toBe(3);
});

test('the quarter that is looked at stays chosen when all that was open in it goes to the next one', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2027-01-04T09:00:00Z') });
  const actions = { a: { what: 'Lead an incident review', quarter: '2026-q4', place: 1 } };
  await keep(page, site, stored({ ...PLANS.rated, records: { actions } }));
  await open(page, site, PAGES.review);
  const title = page.getByRole('heading', { level: 1 });
  const quarter = page.getByLabel('Quarter', { exact: true });
  await expect(title).toHaveText('What moved in Q4 2026?');
  await page.getByRole('button', { name: 'Move it to Q1 2027' }).click();
  await expect(page.getByText('Nothing is left open.')).toBeVisible();
  await expect(title).toHaveText('What moved in Q4 2026?');
  await expect(quarter).toHaveValue('2026-q4');
  await expect(quarter.getByRole('option')).toHaveText(['Q1 2027, the present one', 'Q4 2026']);
});

test('in January the review is of the quarter that Home names, at the turn of the year, and another can be chosen', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2027-01-04T09:00:00Z') });
  const actions = {
    a: { what: 'Write the design note', quarter: '2026-q4', place: 1, done: '2026-12-31' },
    b: { what: 'Lead an incident review', quarter: '2026-q4', place: 2 },
    c: { what: 'Publish an article', quarter: '2027-q1', place: 1, done: '2027-01-01' },
  };
  await keep(page, site, stored({ ...PLANS.rated, records: { actions } }));
  await open(page, site, PAGES.home);
  await page.getByRole('link', { name: 'Open: Review of Q4 2026' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('What moved in Q4 2026?');
  const quarter = page.getByLabel('Quarter', { exact: true });
  await expect(quarter.getByRole('option')).toHaveText(['Q1 2027, the present one', 'Q4 2026, due']);
  await expect(quarter).toHaveValue('2026-q4');
  await expect(page.getByText('Its review is due since 31 December 2026.')).toBeVisible();
  const done = page.locator('section').filter({ has: page.getByRole('heading', { name: '1. What was done' }) });
  await expect(done.getByRole('listitem')).toHaveText(['Write the design note']);
  const note = page.getByLabel('What do you take along?');
  await note.fill('Fewer things at once');

  // What is typed stays while one looks at another quarter.
  await quarter.focus();
  await quarter.selectOption('2027-q1');
  await expect(title).toHaveText('What moved in Q1 2027?');
  await expect(quarter).toBeFocused();
  await expect(page.getByText('It is under way until 31 March 2027.')).toBeVisible();
  await expect(done.getByRole('listitem')).toHaveText(['Publish an article']);
  await quarter.selectOption('2026-q4');
  await expect(note).toHaveValue('Fewer things at once');
  await page.getByRole('button', { name: 'Move it to Q1 2027' }).click();
  await expect(page.getByText('Nothing is left open.')).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await page.getByRole('button', { name: 'Finish the review of Q4 2026' }).click();
  await expect(page.getByText('You reviewed it on 4 January 2027.')).toBeVisible();
  await expect(title).toHaveText('What moved in Q4 2026?');
  expect(await records(page, 'reviews')).toEqual([expect.objectContaining({ quarter: '2026-q4', day: '2027-01-04', note: 'Fewer things at once', done: 1 })]);
  expect((await saved(page)).snapshots.map((one) => one.name)).toEqual(['Review of Q4 2026']);
  await page.reload();
  await ready(page);
  await expect(title).toHaveText('What moved in Q1 2027?');
  await expect(quarter.getByRole('option')).toHaveText(['Q1 2027, the present one', 'Q4 2026, reviewed']);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }
});

const back = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const LOOKED = {
  ...PLANS.rated,
  records: {
    actions: {
      a1: { what: 'Review two designs a month', skill: 'software-architecture', level: 4, quarter: NOW.key, done: TODAY },
      a2: { what: 'Write the design guide', skill: 'software-architecture', level: 4, quarter: NEXT.key },
    },
    aims: { g1: { what: 'Lead the architecture of payments', skills: { 'software-architecture': true } }, g2: { what: 'Read more' } },
    evidence: {
      e1: { line: 'Split the ledger “store” 🚀', when: TODAY, skills: { 'data-engineering': 4, communication: 2 } },
      e2: { line: 'Long ago', when: '2020-02-29', skills: { mentorship: 5 } },
    },
  },
};

test('the review shows what was done and logged, and the evidence of the quarter beside each skill to rate again', async ({ page, site }) => {
  await keep(page, site, stored(LOOKED));
  await open(page, site, PAGES.review);
  const done = page.locator('section').filter({ has: page.getByRole('heading', { name: '1. What was done' }) });
  await expect(done.getByRole('listitem')).toHaveText(['Review two designs a month', /^Split the ledger “store” 🚀 /]);
  const moved = page.locator('.rerate');
  await expect(moved).toHaveCount(3);
  // What the evidence shows to be higher than it is rated comes first.
  await expect(moved.first()).toContainText('Rated 2; your evidence shows 4.');
  await expect(moved.first().getByRole('link', { name: 'Split the ledger “store” 🚀' })).toHaveAttribute('href', '#/evidence/e1');
  await expect(moved.filter({ hasText: 'Architecture' })).toContainText('Done: Review two designs a month');
  await expect(page.getByText('Long ago')).toHaveCount(0);
  expect(await audit(page)).toEqual([]);
  await moved.first().getByRole('link', { name: /^Rate it again: / }).click();
  await expect(page).toHaveURL(/#\/assess\/skill\/data-engineering$/);
});

test('a goal shows its actions, done and open', async ({ page, site }) => {
  await keep(page, site, stored(LOOKED));
  await open(page, site, PAGES.goals);
  const goals = page.getByRole('list', { name: 'Your goals' }).locator('> li');
  const goal = goals.filter({ hasText: 'Lead the architecture of payments' });
  await goal.getByText('1 of 2 actions done').click();
  await expect(goal.locator('details').getByRole('listitem')).toHaveText([`Review two designs a month done, ${NOW.name}`, `Write the design guide open, ${NEXT.name}`]);
  await expect(goals.filter({ hasText: 'Read more' })).toContainText('No action is for this goal yet.');
  expect(await audit(page)).toEqual([]);
});

test('the history draws readiness over time, and tells what changed between any two', async ({ page, site }) => {
  const was = (ratings) => ({ ...PLANS.rated, ratings: { ...PLANS.rated.ratings, ...ratings } });
  const snapshots = [
    { day: back(200), name: 'Spring', plan: was({ communication: 1, mentorship: 1 }) },
    { day: back(100), name: 'Summer', plan: was({ communication: 2 }) },
  ];
  await keep(page, site, stored({ ...PLANS.rated, snapshots }));
  await open(page, site, PAGES.history);
  await expect(page.getByRole('img', { name: /^Readiness for your destination: \d+\s% on .*, 62\s% now$/ })).toBeVisible();
  const changed = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What changed between two of them' }) });
  await expect(changed.getByRole('listitem')).toHaveText([/^Communication.*: 1\s→\s3$/, /^Mentorship.*: 1\s→\s3$/]);
  await changed.getByLabel('To').selectOption({ label: (await changed.getByLabel('To').getByRole('option').allTextContents()).find((one) => one.endsWith('Summer')) });
  await expect(changed.getByRole('listitem')).toHaveCount(2);
  await expect(changed.getByRole('listitem').first()).toHaveText(/: 1\s→\s2$/);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }
  expect(await audit(page)).toEqual([]);
});

test('hours of one’s own for a level move the dates, are kept, and go back to the estimate', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.plan);
  const pace = page.getByRole('region', { name: 'Pace' });
  const said = pace.locator('.strong');
  const before = await said.textContent();
  await pace.getByText('Adjust the estimate').click();
  await expect(pace.getByRole('row', { name: /^3 → 4 leading/ })).toContainText(/\d+–\d+\sh/);
  const own = pace.getByLabel('Your hours to reach level 4, leading');
  await own.fill('400');
  await own.blur();
  await expect(said).not.toHaveText(before);
  const late = await said.textContent();
  await expect.poll(async () => (await saved(page)).pace).toEqual({ hours_to_4: 400 });
  // What is beyond the limits is brought within; what is empty goes back to the estimate.
  await own.fill('5000');
  await own.blur();
  await expect(own).toHaveValue('999');
  await pace.getByRole('button', { name: 'Undo: change of pace' }).click();
  await expect(own).toHaveValue('400');
  await expect(said).toHaveText(late);
  await page.reload();
  await ready(page);
  await expect(said).toHaveText(late);
  await pace.getByText('Adjust the estimate').click();
  expect(await audit(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page)).toEqual([]);
  await pace.getByRole('button', { name: 'Back to our estimate' }).click();
  await expect(said).toHaveText(before);
  await expect(own).toHaveValue('');
  expect((await saved(page)).pace).toEqual({});
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
  await open(page, site, PAGES.goals);
  await page.getByRole('button', { name: /^Make it mine/ }).first().click();
  await check();
  await page.getByRole('button', { name: /^Edit/ }).click();
  await check();
});

const NEAR = { actions: ['Plan', 'Quarters'], goals: ['Plan', 'Goals'], review: ['Plan', 'Review'], history: ['Plan', 'History'] };
const FAR = { evidence: 'Evidence', prepare: 'Prepare', interview: 'Interview', linkedin: 'LinkedIn', resume: 'Résumé', certifications: 'Certifications', pay: 'Pay and balance', brief: 'Promotion brief' };

for (const [where, begin] of Object.entries({ 'on a phone': '', 'on a phone, in a frame': '?embed=1' })) {
  test(`each tool is two presses away ${where}, and works there`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 740 });
    await keep(page, site, stored(PLANS.rated));
    for (const [name, presses] of Object.entries({ ...NEAR, ...Object.fromEntries(Object.entries(FAR).map(([at, link]) => [at, ['More', link]])) })) {
      await open(page, site, begin + PAGES.home);
      const [first, second] = presses;
      await arrival(page, PAGES[first.toLowerCase()], () => page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: first, exact: true }).click());
      await arrival(page, PAGES[name], () => page.getByRole('main').getByRole('link', { name: new RegExp(`^${second}`) }).first().click());
      await expect(page).toHaveURL(site.url + begin + PAGES[name]);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(await overflow(page), name).toEqual([]);
    }
    // What is done there is kept.
    await open(page, site, begin + PAGES.goals);
    await page.getByRole('button', { name: /^Make it mine/ }).first().click();
    await expect.poll(async () => (await records(page, 'aims')).length).toBe(1);
  });
}
