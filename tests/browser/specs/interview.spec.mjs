// Preparing for an interview: stories and their holes, questions with what fits, practice with a timer, and what else one brings.
import { PLANS, keep, saved, stored } from '../app.mjs';
import { audit, expect, open, overflow, ready, test, unfold } from '../fixtures.mjs';
import { LOG, logged } from '../workbench.mjs';

const INTERVIEW = '#/prepare/interview';

async function at(page, site, plan, route = INTERVIEW) {
  if (plan) await keep(page, site, stored(plan));
  await open(page, site, route);
}

const records = async (page, list) => (await saved(page)).records[list];

test('stories are chosen from the log, and the matrix shows what they leave open', async ({ page, site }) => {
  await at(page, site, { ...PLANS.rated, records: { evidence: LOG } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which stories will you tell?');
  const choose = page.getByLabel('Make a story of');
  await choose.selectOption(LOG.a04.line);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^One story, \w+ holes$/);
  await choose.selectOption(LOG.a05.line.slice(0, 90));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Two stories, \w+ holes$/);
  const table = page.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: LOG.a05.line })).toContainText('4 of 5 asked');
  expect(Object.values(await records(page, 'stories')).map((one) => one.order)).toEqual([0, 1]);
  // What could fill a hole is one press away, and undone where it happened.
  await page.getByRole('button', { name: `Make it a story: ${LOG.a06.line}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Three stories/);
  await page.getByRole('button', { name: /^Undo: choice of a story/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Two stories/);
  await page.getByRole('button', { name: `Take out: ${LOG.a04.line}` }).click();
  await page.reload();
  await ready(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^One story/);
});

test('at least twelve questions of each kind, each with the stories that fit, and one of my own', async ({ page, site }) => {
  await at(page, site, logged);
  const section = page.getByRole('region', { name: 'Questions', exact: true });
  for (const kind of ['Behavioural', 'Technical', 'Strategic', 'Leadership']) {
    await section.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
    await expect(section.getByRole('button', { name: /^Practise:/ })).toHaveCount(12);
  }
  await section.getByRole('button', { name: /^Behavioural/ }).click();
  const remote = section.getByRole('listitem').filter({ hasText: 'What went wrong once because people were in different places' });
  await expect(remote).toContainText(LOG.a03.line);
  await remote.getByText('What a strong answer shows').click();
  await expect(remote.getByText('A habit in writing took the place of a meeting')).toBeVisible();
  await section.getByLabel('Add one that you were asked').fill('Why did you leave? 👩‍🔧 שלום');
  await section.getByLabel('Add one that you were asked').press('Enter');
  await expect(section.getByText('Why did you leave? 👩‍🔧 שלום')).toBeVisible();
  await section.getByRole('button', { name: 'Remove: Why did you leave? 👩‍🔧 שלום' }).click();
  await expect(section.getByText('Why did you leave? 👩‍🔧 שלום')).toHaveCount(0);
});

test('practice counts up, keeps time, story and notes, and goes on', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-25T12:00:00Z') });
  await at(page, site, logged);
  await page.getByRole('button', { name: 'Practise: When were you plainly wrong in front of your own team?' }).click();
  const practice = page.getByRole('region', { name: 'Practice', exact: true });
  await practice.getByRole('button', { name: 'Start the timer' }).click();
  await page.clock.runFor(125_000);
  await expect(practice.getByRole('timer')).toHaveText('2:05');
  await practice.getByRole('button', { name: 'Stop, keep the time' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Stopped at 2:05: a good length.' })).toBeAttached();
  await practice.getByLabel('Notes, kept with the question').fill('Began too early.');
  await page.clock.runFor(1_000);
  expect(await records(page, 'practice')).toEqual({ 'b-wrong': { times: 1, seconds: 125, story: 'a09', notes: 'Began too early.' } });
  const row = page.getByRole('table').getByRole('row').filter({ hasText: LOG.a09.line });
  await practice.getByRole('button', { name: 'Next question' }).click();
  await expect(practice.getByRole('heading')).toHaveText('Tell me about a no that you gave to somebody above you.');
  await page.reload();
  await ready(page);
  await expect(row).toContainText('1×');
  await expect(row).toContainText('2:05');
});

test('questions to ask, companies and my why are kept', async ({ page, site }) => {
  await at(page, site, null);
  await page.getByLabel('What happened the last time something broke at night?').check();
  await page.getByLabel('A company to look at').fill('Zoë & Söhne <b>');
  await page.getByLabel('A company to look at').press('Enter');
  await page.getByText('Zoë & Söhne <b>').click();
  await page.getByLabel('What is new, and what people say of working there').fill('A new site\nin Łódź');
  await page.getByLabel('Why this post, and why this company').fill('Because it is near.');
  await expect(page.getByText('4 words')).toBeVisible();
  await page.getByLabel('Why this post, and why this company').fill('x'.repeat(10_000));
  await expect(page.getByRole('alert').filter({ hasText: 'It has 10000 characters, and 2000 are the most.' })).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(page.getByLabel('What happened the last time something broke at night?')).toBeChecked();
  await expect(page.getByText('1 on the list, notes on 1')).toBeVisible();
  await expect(page.getByLabel('Why this post, and why this company')).toHaveValue('Because it is near.');
});

const STATES = { 'no plan': null, log: { ...PLANS.rated, records: { evidence: LOG } }, stories: logged };
for (const [name, plan] of Object.entries(STATES)) {
  for (const route of [INTERVIEW, '#/prepare']) {
    test(`no accessibility fault and nothing that sticks out: ${route}, ${name}`, async ({ page, site }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await at(page, site, plan, route);
      if (route === INTERVIEW) await page.getByRole('button', { name: /^Practise:/ }).first().click();
      await unfold(page);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expect(await audit(page), colorScheme).toEqual([]);
      }
      for (const width of [320, 600, 768, 1024, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 640, height: 800 });
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      expect(await overflow(page), '200 % text').toEqual([]);
    });
  }
}
