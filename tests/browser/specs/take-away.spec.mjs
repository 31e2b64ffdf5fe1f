// What one takes away: each file is downloaded and read by a parser of somebody else, and the brief is printed and its pages are counted.
import { test, expect, audit, open, overflow } from '../fixtures.mjs';
import { keep, PAGES, PLANS, RATED, stored } from '../app.mjs';
import { readFile } from 'node:fs/promises';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import resumeSchema from '@jsonresume/schema';
import { PDFDocument } from 'pdf-lib';

const BRIEF = '#/brief';
const DAY = /\d{4}-\d\d-\d\d/;

/** A log with all sorts of writing in it. */
const LOG = {
  a1: { line: 'Split the ledger store so that a payment query reads one table', when: '2026-09-15', skills: { 'data-engineering': 2, 'mentorship': 3, 'api-development': 3 }, from: '840', to: '310', unit: 'ms' },
  a2: { line: '=HYPERLINK("x") | *not* [markup](y) 👩‍🔧', when: '2026-03', skills: { 'agile-lean': 4 } },
  a3: { line: 'שיפור זמני התגובה', when: '2025', skills: { 'api-development': 3 } },
};
const LOGGED = { ...PLANS.rated, records: { evidence: LOG }, evidence: { 'programming-languages': 'Chose Rust for the edge; two teams followed.\nA second line.' }, goals: ['goal-architecture'] };

/** A plan whose brief is as long as one can be. */
const FULL = {
  ...PLANS.rated,
  ratings: Object.fromEntries(Object.keys(RATED).map((skill, place) => [skill, place % 2 ? 5 : 1])),
  records: { evidence: Object.fromEntries(Object.keys(RATED).map((skill, place) => [`e${place}`, { line: 'A line as long as one may be, on what was done and why it counted. '.repeat(8).slice(0, 200), when: '2026-09-15', skills: { [skill]: 5 }, from: '840', to: '310', unit: 'milliseconds for the slowest of payments' }])) },
};

/** Presses a button and gives the file that comes. */
async function file(page, name) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function begin(page, site, plan, route = BRIEF) {
  await keep(page, site, stored(plan));
  await open(page, site, route);
}

test('the gaps open as a spreadsheet, heaviest first, without formulas', async ({ page, site }) => {
  await begin(page, site, LOGGED);
  const { name, text } = await file(page, 'Save as CSV');
  expect(name).toMatch(new RegExp(`^gaps-head-of-engineering-${DAY.source}\\.csv$`));
  const rows = parse(text, { columns: true, bom: true });
  expect(rows).toHaveLength(27);
  expect(rows[0]).toMatchObject({ Skill: 'Strategic Vision', Asked: '5', Rated: '2', Short: '3', 'Points of readiness': '3.1' });
  const points = rows.map((row) => Number(row['Points of readiness']));
  expect([...points].sort((a, b) => b - a)).toEqual(points);
  expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(37.2, 0);
});

test('dates open in a calendar: a review each quarter, a refresh, and each step of the way', async ({ page, site }) => {
  await begin(page, site, LOGGED);
  const { name, text } = await file(page, 'Save as .ics');
  expect(name).toMatch(new RegExp(`^career-dates-head-of-engineering-${DAY.source}\\.ics$`));
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  const named = (summary) => events.filter((event) => event.summary === summary);
  expect(named('Career plan: quarterly review')).toHaveLength(1);
  expect(named('Career plan: quarterly review')[0].isRecurring()).toBe(true);
  expect(named('Career plan: refresh LinkedIn')).toHaveLength(1);
  const today = ICAL.Time.fromDateString(new Date().toISOString().slice(0, 10));
  expect(events.filter((event) => / at level \d, likely by now$/.test(event.summary)).length).toBeGreaterThan(3);
  for (const event of events) expect(event.startDate.compare(today)).toBeGreaterThanOrEqual(0);
});

test('the résumé is one by the official schema, with what was logged', async ({ page, site }) => {
  const held = { 'held:engineering-manager': { began: '2025-12-31' }, 'held:technical-lead': { began: '2020-02-29' } };
  await begin(page, site, { ...LOGGED, records: { ...LOGGED.records, settings: held } });
  const { name, text } = await file(page, 'Save as JSON Resume');
  expect(name).toMatch(new RegExp(`^resume-head-of-engineering-${DAY.source}\\.json$`));
  const resume = JSON.parse(text);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(resumeSchema.schema);
  expect(valid(resume), JSON.stringify(valid.errors)).toBe(true);
  expect(resume.work).toHaveLength(2);
  expect(resume.work[0]).toMatchObject({ position: 'Engineering Manager', startDate: '2025-12-31' });
  expect(resume.work[0]).not.toHaveProperty('endDate');
  expect(resume.work[0].highlights).toEqual([expect.stringContaining('(840 → 310 ms)'), expect.stringContaining('*not* [markup](y) 👩‍🔧'), 'שיפור זמני התגובה']);
  expect(resume.work[1]).toMatchObject({ position: 'Technical Lead', startDate: '2020-02-29', endDate: '2025-12-31', highlights: [] });
  expect(resume.skills.length).toBeGreaterThanOrEqual(15);
  expect(resume.skills.length).toBeLessThanOrEqual(20);
  expect(resume.skills.every((skill) => skill.name && skill.level)).toBe(true);
});

test('everything is in the Markdown, and what was typed is text there', async ({ page, site }) => {
  const records = {
    ...LOGGED.records,
    actions: { t1: { what: 'Write | the *guide*', quarter: '2027-q1', done: '2027-02-28' }, t2: { what: 'Later on' } },
    aims: { g1: { what: 'Publish two articles', measure: 'From 0 to 2', by: '2028-02-29', progress: 40 } },
    reviews: { r1: { quarter: '2026-q4', note: 'Fewer things\nat once', done: 3 } },
  };
  await begin(page, site, { ...LOGGED, records });
  const { name, text } = await file(page, 'Save as Markdown');
  expect(name).toMatch(new RegExp(`^career-plan-head-of-engineering-${DAY.source}\\.md$`));
  for (const part of ['# My plan to become Head of Engineering', '**Readiness:** 62\u00a0%', '## Gaps, the heaviest first', '| Strategic Vision | 5 | 2 | 3 |', '## Steps', '- [ ] ', '## Goals', '## Evidence', '## Notes', 'two teams followed', '## Actions', '- [x] Q1 2027: Write \\| the \\*guide\\*', '- [ ] Later: Later on', '- [ ] Publish two articles (From 0 to 2), by 29 February 2028: 40 % there', '## Reviews', '- Q4 2026: Fewer things at once']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('\\*not\\* \\[markup\\](y) 👩‍🔧');
});

test('the backup carries target and day, and every file is on the page of one’s data too', async ({ page, site }) => {
  await begin(page, site, LOGGED, PAGES.data);
  await expect(page.getByRole('link', { name: 'Open the brief' })).toBeVisible();
  const { name, text } = await file(page, 'Save the backup');
  expect(name).toMatch(new RegExp(`^career-plan-head-of-engineering-${DAY.source}\\.json$`));
  expect(JSON.parse(text).plan.to).toBe('head-of-engineering');
  for (const other of ['Save as Markdown', 'Save as CSV', 'Save as .ics', 'Save as JSON Resume']) {
    expect((await file(page, other)).text.length).toBeGreaterThan(100);
  }
  await page.getByRole('link', { name: 'Open the brief' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The brief for your promotion');
});

for (const [state, plan] of Object.entries({ 'logged': LOGGED, 'as full as can be': FULL, 'half rated': PLANS.half, 'all met': PLANS.done, 'a related path': PLANS.related })) {
  test(`the brief prints on two pages: ${state}`, async ({ page, site }) => {
    await begin(page, site, plan);
    await expect(page.getByRole('article', { name: 'Second page' })).toBeVisible();
    for (const format of ['A4', 'Letter']) {
      const pdf = await PDFDocument.load(await page.pdf({ format, preferCSSPageSize: false }));
      expect(pdf.getPageCount(), format).toBe(2);
    }
  });
}

test('the brief speaks of the next title, with what shows each claim', async ({ page, site }) => {
  await begin(page, site, LOGGED);
  const [first, second] = [page.getByRole('article', { name: 'First page' }), page.getByRole('article', { name: 'Second page' })];
  await expect(first.getByRole('heading', { level: 2 })).toHaveText('Where I stand against Director of Engineering');
  await expect(first).toContainText(/Counted by weight I am 71\s% ready; the gate is at 85\s%\./);
  await expect(first).toContainText('What keeps me from the gate is');
  const claim = first.getByRole('row').filter({ hasText: 'APIs & microservices' });
  await expect(claim).toContainText('Split the ledger store so that a payment query reads one table');
  await expect(claim).toContainText('840 → 310 ms');
  await expect(claim).toContainText('15 Sep 2026');
  await expect(first.getByRole('row').filter({ hasText: 'Programming languages' })).toContainText('Chose Rust for the edge');
  await expect(second.getByRole('heading', { level: 3 }).first()).toHaveText(/^1\. /);
  await expect(second).toContainText(/By \w+ \d{4}/);
  await expect(second).toContainText('Ready likely in');
  await page.getByLabel('Your name on it').fill('Ana Lima');
  await expect(first).toContainText('Ana Lima · Engineering Manager · 7 years in');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print the brief' })).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
});

test('the brief draws by when, on the screen as wide as there is room and on paper, and says the same in words', async ({ page, site }) => {
  await begin(page, site, LOGGED);
  const second = page.getByRole('article', { name: 'Second page' });
  const drawn = second.getByRole('img', { name: /^Ready likely in / });
  await expect(drawn).toHaveCount(1);
  const name = await drawn.getAttribute('aria-label');
  expect(name).toMatch(/^Ready likely in \w+ \d{4}(, or \w+ \d{4} if it goes slowly)?\. Time in the present title usually allows the move (in|between) \d{4}.*: I am likely ready .*\.$/);
  await expect(second.getByText(name, { exact: true })).toBeVisible();
  await expect(second).not.toContainText('late in');
  const lies = () => drawn.evaluate((svg) => {
    // Another width has it drawn anew.
    if (!svg.isConnected) return null;
    const [box, own] = [svg.getBoundingClientRect(), svg.closest('section').getBoundingClientRect()];
    const texts = [...svg.querySelectorAll('text')];
    return { within: texts.every((one) => one.getBoundingClientRect().left >= own.left - 1 && one.getBoundingClientRect().right <= own.right + 1), sizes: [...new Set(texts.map((one) => getComputedStyle(one).fontSize))], scale: Math.round(box.width / svg.viewBox.baseVal.width * 100) };
  });
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(lies, `${width} px`).toEqual({ within: true, sizes: ['12px'], scale: 100 });
  }
  await page.setViewportSize({ width: 390, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect(drawn).toHaveCount(1);
  await expect(drawn).toHaveAttribute('width', '640');
  expect((await lies()).sizes).toEqual(['12px']);
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  const paints = await drawn.evaluate((svg) => ['.chart-have', '.chart-slow'].map((of) => getComputedStyle(svg.querySelector(of)).fill));
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const paint of paints) expect(paint).not.toBe(paper);
});

test('without a destination the brief says how to begin', async ({ page, site }) => {
  await open(page, site, BRIEF);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The brief for your promotion');
  await expect(page.getByLabel('I am')).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`the brief is free of accessibility faults and fits, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await begin(page, site, FULL);
    await expect(page.getByRole('article', { name: 'Second page' })).toBeVisible();
    expect(await overflow(page)).toEqual([]);
    expect(await audit(page)).toEqual([]);
  });
}
