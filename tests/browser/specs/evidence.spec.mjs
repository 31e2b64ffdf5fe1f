// The log of evidence: noting, finding, changing and deleting an entry as a person does, and reading it back.
import { PLANS, keep, saved, stored } from '../app.mjs';
import { audit, expect, open, overflow, ready, test, unfold } from '../fixtures.mjs';
import { full, logged, noted } from '../workbench.mjs';

const EVIDENCE = '#/evidence';
const line = (page) => page.getByLabel(/Something worked out/);
const log = (page) => page.getByRole('region', { name: 'The log' });
const entries = (page) => log(page).getByRole('heading', { level: 3 });
const records = async (page) => Object.values((await saved(page)).records.evidence);

/** A day that stays the same, so that “today” does. */
const TODAY = new Date('2026-11-25T12:00:00Z');

test.beforeEach(async ({ page }) => { await page.clock.setFixedTime(TODAY); });

async function at(page, site, plan, route = EVIDENCE) {
  if (plan) await keep(page, site, stored(plan));
  await open(page, site, route);
}

test('one line is enough: what was read is shown as one types, confirmed, noted, undone and there after a reload', async ({ page, site }) => {
  await at(page, site, PLANS.rated);
  await line(page).pressSequentially('Cut the build from 40 to 12 minutes with continuous integration, March 2026');
  const card = page.getByRole('region', { name: 'Note an achievement' });
  await expect(card.getByText('March 2026', { exact: true })).toBeVisible();
  await expect(card.getByText('40 → 12 minutes')).toBeVisible();
  const skill = card.getByRole('button', { name: /DevOps/ });
  await expect(skill).toHaveAttribute('aria-pressed', 'false');
  await skill.click();
  await expect(skill).toHaveAttribute('aria-pressed', 'true');
  await line(page).press('Enter');
  await expect(card.getByRole('status')).toContainText('Noted for DevOps & CI/CD: “Cut the build from 40 to 12 minutes with continuous integration”');
  await expect(line(page)).toHaveValue('');
  await expect(line(page)).toBeFocused();
  await expect(entries(page)).toHaveText(['Cut the build from 40 to 12 minutes with continuous integration']);
  expect(await records(page)).toEqual([{ line: 'Cut the build from 40 to 12 minutes with continuous integration', when: '2026-03', from: '40', to: '12', unit: 'minutes', skills: { 'devops-ci-cd': 3 } }]);
  await page.reload();
  await ready(page);
  await expect(entries(page)).toHaveCount(1);

  await line(page).fill('Hired six engineers');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(entries(page)).toHaveCount(2);
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect(entries(page)).toHaveCount(1);
  await expect(line(page)).toBeFocused();
  await expect(card.getByRole('button', { name: 'Undo' })).toHaveCount(0);

  // Undone elsewhere and done again, it is the same edit, and can be taken back here.
  await line(page).fill('Hired two engineers');
  await line(page).press('Enter');
  await page.locator('#undo').click();
  await expect(entries(page)).toHaveCount(1);
  await expect(card.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.locator('#redo').click();
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect(entries(page)).toHaveCount(1);
});

test('nothing to note, and too much to note, are said and nothing is lost', async ({ page, site }) => {
  await at(page, site, null);
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Say in one line what you did.' })).toBeVisible();
  await line(page).fill('é'.repeat(10_000));
  await line(page).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'The line has 10000 characters, and 300 are the most.' })).toBeVisible();
  expect((await line(page).inputValue()).length).toBe(10_000);
  await line(page).fill('Took part in 3/4/2026');
  await expect(page.getByText('Is that day first or month first?')).toBeVisible();
});

test('an entry is told as a story, measured, given skills, deleted and brought back where that happened', async ({ page, site }) => {
  await at(page, site, logged);
  await page.getByRole('link', { name: 'Put three services on one path to production' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put three services on one path to production');
  await page.getByLabel('Situation').fill('Each service had its own script.\nNobody knew all of them.');
  await page.getByLabel('When').fill('29 February 2028');
  await page.getByLabel('When').press('Tab');
  await page.getByLabel('Before').fill('9,5');
  await page.getByLabel('After').fill('1');
  await page.getByLabel('Unit').fill('hours');
  await page.getByLabel('Unit').press('Tab');
  await page.getByLabel('Add a skill that it shows').selectOption({ label: 'Communication' });
  await page.getByLabel('Level of Communication that it shows').selectOption('4 Leading');
  await page.getByLabel('Situation').focus();
  const now = async () => (await saved(page)).records.evidence.a02;
  await expect.poll(now).toMatchObject({
    situation: 'Each service had its own script.\nNobody knew all of them.', when: '2028-02-29', from: '9.5', to: '1', unit: 'hours',
    skills: { 'devops-ci-cd': 3, communication: 4 },
  });
  // What cannot be kept stays in its field, and the entry as it was.
  await page.getByLabel('When').fill('30 February 2028');
  await page.getByLabel('When').press('Tab');
  await expect(page.getByRole('alert').filter({ hasText: 'The date is as it was.' })).toBeVisible();
  await page.getByLabel('Result').fill('x'.repeat(10_000));
  await expect(page.getByRole('alert').filter({ hasText: 'The result has 10000 characters, and 700 are the most.' })).toBeVisible();
  await expect(page.getByLabel('Result')).toHaveValue('x'.repeat(10_000));
  await page.getByLabel('What you did, in one line').fill('');
  await expect(page.getByRole('alert').filter({ hasText: 'Say in one line what you did.' })).toBeVisible();
  expect(await now()).toMatchObject({ line: 'Put three services on one path to production', when: '2028-02-29' });
  expect((await now()).result).toBeUndefined();
  await page.getByLabel('What you did, in one line').fill('Put three services on one path');

  await page.reload();
  await ready(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put three services on one path');
  await page.getByRole('button', { name: 'Delete this entry' }).click();
  const undo = page.getByRole('main').getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  expect(Object.keys((await saved(page)).records.evidence)).not.toContain('a02');
  await undo.click();
  await expect(page.getByLabel('Situation')).toHaveValue('Each service had its own script.\nNobody knew all of them.');
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(entries(page)).toHaveCount(11);
});

test('what is typed into one field is one edit for undo', async ({ page, site }) => {
  await at(page, site, logged, `${EVIDENCE}/a03`);
  await page.getByLabel('Result').fill('');
  await page.getByLabel('Result').pressSequentially('Half as many');
  await page.getByLabel('Result').press('Tab');
  await page.getByRole('button', { name: 'Undo: entry of the log' }).click();
  await expect(page.getByLabel('Result')).toHaveValue('Eleven pages a night became three, and both teams stayed in.');
});

test('awkward text is text: emoji, right to left, markup, control characters, the ends of years', async ({ page, site }) => {
  await at(page, site, null);
  const awkward = ['👩‍👩‍👧 שלום עולם', '<img src=x onerror=alert(1)>', 'a\u0007b "quoted", and; more'];
  for (const text of awkward) {
    await line(page).fill(text);
    await line(page).press('Enter');
    await expect(line(page)).toHaveValue('');
  }
  for (const [text, when] of [['On call 31 December 2025', '2025-12-31'], ['Back on 1 January 2026', '2026-01-01'], ['Leap on 29 February 2028', '2028-02-29']]) {
    await line(page).fill(text);
    await line(page).press('Enter');
    await expect(line(page)).toHaveValue('');
    expect((await records(page)).some((one) => one.when === when), when).toBe(true);
  }
  await page.reload();
  await ready(page);
  await expect(entries(page).getByText('👩‍👩‍👧 שלום עולם')).toBeVisible();
  await expect(entries(page).getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(entries(page).getByText('ab "quoted", and; more')).toBeVisible();
});

test('the log is searched by words, filtered by skill and by kind', async ({ page, site }) => {
  await at(page, site, logged);
  await expect(entries(page)).toHaveCount(11);
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('ledger');
  await expect(entries(page)).toHaveCount(2);
  await expect(log(page).getByRole('status').filter({ hasText: '2 of 11 entries.' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('nothing like it');
  await expect(log(page).getByRole('status').filter({ hasText: 'None of 11 entries matches.' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('');
  await page.getByLabel('Skill', { exact: true }).selectOption('Conflict resolution (1)');
  await expect(entries(page)).toHaveText(['Spread on-call over three time zones, after two teams had refused']);
  await page.getByLabel('Skill', { exact: true }).selectOption('All skills');
  await page.getByRole('button', { name: 'Technical 4' }).click();
  await expect(entries(page)).toHaveCount(4);
});

test('500 entries stay fast: a part is shown, all on demand, and a key press is answered at once', async ({ page, site }) => {
  await at(page, site, full);
  await expect(entries(page)).toHaveCount(60);
  const took = () => page.evaluate(() => new Promise((done) => {
    const search = document.querySelector('input[type=search]');
    const begun = performance.now();
    search.value = 'ledger';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
  }));
  const search = await took();
  await expect(log(page).getByRole('status').filter({ hasText: '100 of 500 entries.' })).toBeVisible();
  await page.getByRole('button', { name: 'Show 40 more' }).click();
  await expect(entries(page)).toHaveCount(100);
  console.log(`search among 500 entries: ${Math.round(search)} ms to the next frame but one`);
  expect(search).toBeLessThan(1000);
  await line(page).fill('One too many');
  await line(page).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'The log holds 500 entries, which is the most.' })).toBeVisible();
});

test('two tabs note at the same time, and both entries are there', async ({ context, page, site }) => {
  await at(page, site, PLANS.rated);
  const other = await context.newPage();
  await other.clock.setFixedTime(TODAY);
  await open(other, site, EVIDENCE);
  await line(page).fill('Noted here');
  await line(other).fill('Noted there');
  await Promise.all([line(page).press('Enter'), line(other).press('Enter')]);
  for (const tab of [page, other]) await expect(entries(tab)).toHaveCount(2);
  // Different fields of one entry, too.
  await page.getByRole('link', { name: 'Noted here' }).click();
  await other.getByRole('link', { name: 'Noted here' }).click();
  await page.getByLabel('Situation').fill('from the one');
  await other.getByLabel('Result').fill('from the other');
  await expect(page.getByLabel('Result')).toHaveValue('from the other');
  await expect(other.getByLabel('Situation')).toHaveValue('from the one');
});

test('notes from where one rates become entries in one edit, and back', async ({ page, site }) => {
  await at(page, site, noted);
  await page.getByText('2 notes from where you rate').click();
  await page.getByRole('button', { name: 'Make all of them entries' }).click();
  await expect(page.getByRole('main').getByText('2 notes are entries now.')).toBeVisible();
  await expect(entries(page)).toHaveCount(2);
  const plan = await saved(page);
  expect(plan.evidence).toEqual({});
  expect(Object.values(plan.records.evidence).find((one) => one.skills.communication)).toEqual({
    line: 'Ran the “design review”.', situation: 'Twice a month.', when: '2026-11-25', skills: { communication: 3 },
  });
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
  expect((await saved(page)).evidence).toEqual(noted.evidence);
  await expect(entries(page)).toHaveCount(0);
});

test('a rating of 3 or more with nothing behind it is listed until an entry shows it', async ({ page, site }) => {
  await at(page, site, logged);
  const list = page.getByRole('complementary');
  const all = await list.getByText(/of 19 such ratings/).textContent();
  await list.getByRole('button', { name: 'Note one for Communication' }).click();
  await expect(line(page)).toBeFocused();
  await expect(page.getByText('What would count for Communication at 3:')).toBeVisible();
  await line(page).fill('Wrote the weekly letter to all teams');
  await line(page).press('Enter');
  await expect(list.getByText(/of 19 such ratings/)).not.toHaveText(all);
  await expect(list.getByRole('button', { name: 'Note one for Communication' })).toHaveCount(0);
});

const STATES = { 'no plan': [null, EVIDENCE], rated: [PLANS.rated, EVIDENCE], notes: [noted, EVIDENCE], log: [logged, EVIDENCE], entry: [logged, `${EVIDENCE}/a03`], 'no entry': [logged, `${EVIDENCE}/gone`] };
for (const [name, [plan, route]] of Object.entries(STATES)) {
  test(`no accessibility fault and nothing that sticks out: ${name}`, async ({ page, site }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await at(page, site, plan, route);
    if (route === EVIDENCE) await line(page).fill('Paired two seniors with two juniors, 60 → 25 %');
    await unfold(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      expect(await audit(page), colorScheme).toEqual([]);
    }
    for (const width of [320, 400, 600, 768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 800 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    expect(await overflow(page), '200 % text').toEqual([]);
  });
}

test('printed, the entries print and buttons and forms do not; embedded, it works the same', async ({ page, site }) => {
  await at(page, site, logged);
  await page.emulateMedia({ media: 'print' });
  await expect(entries(page).first()).toBeVisible();
  await expect(line(page)).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.goto(`${site.url}?embed=1${EVIDENCE}`);
  await ready(page);
  await line(page).fill('Noted in the frame');
  await line(page).press('Enter');
  await expect(entries(page).getByText('Noted in the frame')).toBeVisible();
});
