// LinkedIn and résumé: what is put together of ratings and evidence, what is copied, and files of other programs.
import { readFile } from 'node:fs/promises';
import { test, expect, open, ready, audit, overflow } from '../fixtures.mjs';
import { keep, PAGES, PLANS, saved, stored } from '../app.mjs';
import { LOG, logged } from '../workbench.mjs';

const LINKEDIN = '#/prepare/linkedin';
const RESUME = '#/prepare/resume';
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const plan = logged;
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const card = (page, name) => page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

test('a headline comes together from three ingredients, says its room, and is copied', async ({ page, site }) => {
  await keep(page, site, stored(plan));
  await open(page, site, LINKEDIN);
  const head = card(page, 'Headline');
  await head.getByLabel('Role and speciality').fill('Engineering Manager for payments');
  await head.getByRole('button', { name: /^Begin with your first skills: / }).click();
  await expect(head.getByLabel('Words that people search for')).toHaveValue(/^.+, .+, .+$/);
  await head.getByLabel('Words that people search for').fill('Platform, reliability');
  await head.getByLabel('An achievement').fill('builds in 12 minutes 🎉');
  const text = 'Engineering Manager for payments | Platform, reliability | builds in 12 minutes 🎉';
  await expect(head.locator('.result')).toContainText(text);
  await expect(head.locator('.result')).toContainText(`${text.length} of 220 characters.`);
  await head.getByRole('button', { name: 'Copy the headline' }).click();
  await expect(head.getByText(`Copied: the headline, ${text.length} characters.`)).toBeVisible();
  expect(await copied(page)).toBe(text);
  // What the site would cut is said before it is copied.
  await head.getByLabel('An achievement').fill('x'.repeat(200));
  await expect(head.locator('.result')).toContainText(/\d+ too many: the headline takes 220\scharacters/);
  await head.getByRole('button', { name: 'Copy the headline' }).click();
  expect(await copied(page)).toBe(text);
  await head.getByLabel('An achievement').fill('builds in 12 minutes 🎉');
  // It is kept, and what was typed is one change.
  await expect.poll(async () => JSON.stringify(await saved(page))).toContain('Engineering Manager for payments');
  await page.reload();
  await ready(page);
  await expect(head.getByLabel('Role and speciality')).toHaveValue('Engineering Manager for payments');
});

test('a summary of five points, the skills for the destination, and the day to look again', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-24T09:00:00Z') });
  await keep(page, site, stored(plan));
  await open(page, site, LINKEDIN);
  const about = card(page, 'Summary');
  for (const [label, words] of [['What you bring', 'First.'], ['What you would like to be asked about', 'Last.\nAnd more.']]) await about.getByLabel(label).fill(words);
  await about.getByRole('button', { name: 'Copy the summary' }).click();
  await expect(about.getByText(/^Copied: the summary/)).toBeVisible();
  expect(await copied(page)).toBe('First.\n\nLast.\nAnd more.');
  const list = card(page, 'Skills to list');
  const names = await list.getByRole('listitem').allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(15);
  expect(names.length).toBeLessThanOrEqual(20);
  await list.getByRole('button', { name: 'Copy the list of skills' }).click();
  await expect(list.getByText(/^Copied: the list of skills/)).toBeVisible();
  expect((await copied(page)).split(', ')).toHaveLength(names.length);
  const again = card(page, 'When to look again');
  await again.getByRole('button', { name: 'I have refreshed it today' }).click();
  await expect(again).toContainText('Refreshed on 24 November 2026. The next time is between 22 February 2027 and 23 May 2027.');
  await page.clock.setFixedTime(new Date('2027-06-01T09:00:00Z'));
  await open(page, site, PAGES.home);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'Refresh LinkedIn' })).toContainText('9 days late');
});

test('lines come from the log, each with its figure, and are copied', async ({ page, site }) => {
  await keep(page, site, stored(plan));
  await open(page, site, LINKEDIN);
  const lines = card(page, 'Lines of experience');
  await expect(lines.getByRole('listitem')).toHaveCount(Object.keys(LOG).length);
  await expect(lines.getByRole('listitem').first()).toHaveText('Paired two seniors with two juniors, each pair with a goal and an end date (60 → 25 %)');
  await lines.getByRole('button', { name: 'Copy the lines of experience' }).click();
  await expect(lines.getByText(/^Copied: the lines of experience/)).toBeVisible();
  expect((await copied(page)).split('\n')).toHaveLength(Object.keys(LOG).length);
  // One that is chosen for it stands alone.
  await keep(page, site, stored({ ...plan, records: { evidence: { ...LOG, a02: { ...LOG.a02, uses: { resume: true } } } } }, 2));
  await open(page, site, RESUME);
  await expect(card(page, 'Lines').getByRole('listitem')).toHaveText(['Put three services on one path to production (9 → 1 days to production)']);
});

const FILE = {
  basics: { name: 'Ada <b>L.</b>', label: 'Manager' },
  work: [
    { name: 'Acme', position: 'Engineering Manager', startDate: '2019-01', highlights: ['Halved it'] },
    { name: 'Side, "Inc"', position: 'Software Engineer', startDate: '2018-01', endDate: '2019-12' },
    { name: 'Late', position: 'Nothing', startDate: '2020-99' },
  ],
  skills: [{ name: 'Communication', level: 'expert' }, { name: 'Kubernetes' }],
};

test('a file of another program counts for what the person confirms, and a file is written that reads back', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-24T09:00:00Z') });
  await keep(page, site, stored({ ...PLANS.started, years: 3 }));
  await open(page, site, RESUME);
  const before = await saved(page);
  const choose = (text) => page.getByLabel('Résumé file (JSON Resume)').setInputFiles({ name: 'resume.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  for (const [text, why] of [['{', 'is no JSON: line 1, column 1'], ['{"a":1}', 'none of the parts of a résumé']]) {
    await choose(text);
    await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible();
  }
  await choose(JSON.stringify(FILE));
  await expect(page.getByText('“2020-99” is no date')).toBeVisible();
  // Nothing counts yet.
  expect(await saved(page)).toEqual(before);
  // 2018-01 to 2026-11, the overlap once.
  await expect(page.getByLabel(/^Years of experience: 8 \(107\smonths/)).toBeChecked();
  await page.getByLabel('“Engineering Manager” is, on the map').selectOption({ label: 'Engineering Manager' });
  await page.getByLabel(/^Communication/).selectOption('4');
  expect(await audit(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take over what is confirmed' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Taken over from the file.' })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Last change' }).getByRole('button', { name: /^Undo/ })).toBeInViewport();
  await expect.poll(async () => { const { years, from, ratings } = await saved(page); return { years, from, ratings }; }).toEqual({ years: 8, from: 'engineering-manager', ratings: { communication: 4 } });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as JSON Resume' }).click()]);
  expect(file.suggestedFilename()).toBe('resume-head-of-engineering-2026-11-24.json');
  const written = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(written.basics.name).toBe('Ada <b>L.</b>');
  expect(written.work.map((job) => [job.name, job.position, job.startDate, job.endDate])).toEqual(expect.arrayContaining([['Acme', 'Engineering Manager', '2019-01', undefined], ['Side, "Inc"', 'Software Engineer', '2018-01', '2019-12']]));
  expect(written.work.find((job) => job.name === 'Acme').highlights).toEqual(['Halved it']);
  expect(written.skills).toEqual([{ name: 'Communication', level: 'Leading' }]);
  // One press takes all of it back.
  await page.getByRole('region', { name: 'Last change' }).getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await saved(page)).years).toBe(3);
});

for (const route of [LINKEDIN, RESUME]) {
  for (const [name, state] of Object.entries({ 'without a plan': null, 'half rated': PLANS.half, 'with a log': plan })) {
    test(`fits and is accessible ${name}: ${route}`, async ({ page, site }) => {
      if (state) await keep(page, site, stored(state));
      await open(page, site, route);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expect(await audit(page)).toEqual([]);
      }
      for (const width of [320, 360, 768, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${width} px`).toEqual([]);
      }
    });
  }
}
