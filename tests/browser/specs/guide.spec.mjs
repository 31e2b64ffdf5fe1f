// The guide in the app: each section that a tool of the app works with leads to it, with what one has there so far.
import { test, expect, audit, open } from '../fixtures.mjs';
import { keep, PAGES, PLANS, stored } from '../app.mjs';
import { logged } from '../workbench.mjs';

const SECTIONS = {
  interview: [['Practise with your own stories', PAGES.interview]],
  certifications: [['See which of your gaps these help with', PAGES.certifications]],
  tools: [['See which of your gaps these help with', PAGES.certifications]],
  pay: [['Work out what a post may pay in all', PAGES.pay]],
  balance: [['Check in on your balance', PAGES.pay]],
  linkedin: [['Write your headline, summary and skills', PAGES.linkedin], ['Write your résumé', PAGES.resume]],
  goals: [['Make them goals of your own', PAGES.goals]],
};

test('each section leads to the tools that work with it', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  for (const [section, tools] of Object.entries(SECTIONS)) {
    await open(page, site, `${PAGES.guide}/${section}`);
    for (const [name, href] of tools) await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toHaveAttribute('href', href);
    // Nothing of one's own is there yet, and no figure says so.
    await expect(page.getByText(/ so far\.$/)).toHaveCount(0);
  }
});

test('a section says what one has so far', async ({ page, site }) => {
  const records = { ...logged.records, aims: { a: { what: 'Publish two articles' } }, settings: { 'linkedin-refreshed': { day: '2026-11-01' } }, 'check-ins': { '2026-11-01': { hours: 4, thought: 4, pace: 3 }, '2026-10-01': { hours: 4, thought: 4, pace: 3 } } };
  await keep(page, site, stored({ ...logged, records }));
  for (const [section, said] of [['interview', '7 stories so far.'], ['goals', '1 goal so far.'], ['balance', '2 check-ins so far.'], ['linkedin', 'Last refreshed on 1 November 2026.'], ['skills', '27 of 27 rated so far.']]) {
    await open(page, site, `${PAGES.guide}/${section}`);
    await expect(page.getByRole('main').getByText(said, { exact: true })).toBeVisible();
  }
  expect(await audit(page)).toEqual([]);
});

test('how much a skill matters is said only where the guide says it', async ({ page, site }) => {
  await open(page, site, `${PAGES.guide}/skills`);
  await expect(page.getByRole('main')).toContainText('Importance: critical');
  await expect(page.getByRole('main')).not.toContainText('not rated by the guide');
  await open(page, site, PAGES['guide-skill']);
  await expect(page.getByRole('main')).not.toContainText('mportance');
});
