// What titles are called elsewhere, what is said of them, and the links that lead out of the app.
import { test, expect, audit, open, overflow } from '../fixtures.mjs';
import { PLANS, keep, saved, stored } from '../app.mjs';

test('a picker finds a title by another name, and keeps what one chose', async ({ page, site }) => {
  await open(page, site);
  const from = page.getByLabel('I am');
  await from.focus();
  await page.keyboard.type('Staff E');
  await expect(from).toHaveValue('principal-engineer');
  const shown = () => from.evaluate((select) => select.selectedOptions[0].label);
  await expect.poll(shown).toBe('Staff Engineer (Principal Engineer)');
  // Stepping on by arrow keys goes on from there.
  await page.keyboard.press('ArrowDown');
  await expect.poll(shown).toBe('Staff Software Engineer (Principal Engineer)');
  await page.keyboard.press('ArrowUp');
  await page.getByLabel('I want to be').selectOption({ label: 'VPE (VP of Engineering)' });
  await page.getByLabel('Years so far').fill('8');
  await page.getByRole('button', { name: 'Plan my route' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('to VP of Engineering');
  await expect.poll(() => saved(page)).toMatchObject({ from: 'principal-engineer', to: 'vp-of-engineering', years: 8 });
});

test('the pickers leave out what cannot be chosen there, by any name', async ({ page, site }) => {
  await open(page, site);
  const options = (label) => page.getByLabel(label).locator('option').allTextContents();
  const [from, to] = [await options('I am'), await options('I want to be')];
  expect(from).toContain('Group Manager (Senior Engineering Manager)');
  // People come back from a related path, so it can be where one is.
  expect(from).toContain('Advisory Board Member (Board Advisor)');
  expect(to).toContain('Advisory Board Member (Board Advisor)');
  expect(to.filter((name) => /Software Engineer\)/.test(name))).toEqual([]);
});

for (const [where, route] of [['sheet', '#/map/junior-engineering-manager'], ['entry in the guide', '#/guide/titles/junior-engineering-manager']]) {
  test(`a title’s ${where} says what it is called, what it is by size, and what to do first`, async ({ page, site }) => {
    await keep(page, site, stored(PLANS.half));
    await open(page, site, route);
    await expect(page.getByText('Also called Tech Lead Manager, ')).toBeVisible();
    await expect(page.getByRole('term').filter({ hasText: /^(30|300|3,000) people$/ })).toHaveCount(3);
    await expect(page.getByText('Does not exist: there is one manager, or none.')).toBeVisible();
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'The first 90 days' }) });
    await expect(card.getByRole('listitem')).toHaveCount(3);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page)).toEqual([]);
      expect(await audit(page)).toEqual([]);
    }
  });
}

test('the search finds a title by another name, and says so', async ({ page, site }) => {
  await open(page, site, '#/guide?q=group+manager');
  const first = page.locator('ol.hits > li').first();
  await expect(first.getByRole('link')).toHaveText('Senior Engineering Manager');
  await expect(first).toContainText('Also called Group Manager');
});

test('a title is taken up with the day on which one began, which can be left out, and undo takes both back', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2027-01-04T09:00:00Z') });
  await keep(page, site, stored({ ...PLANS.rated, records: { settings: { 'held:engineering-manager': { began: '2024-02-29' } } } }));
  await open(page, site, '#/map/engineering-team-lead');
  const mine = page.getByRole('button', { name: 'This is my title now' });
  const began = page.getByLabel('When did you become an Engineering Team Lead?');
  const settings = async () => (await saved(page)).records.settings;
  await mine.press('Enter');
  await expect(began).toBeFocused();
  await expect(began).toHaveValue('2027-01-04');
  expect(await audit(page)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }
  // A day to come is named, and nothing is changed.
  await began.fill('2027-01-05');
  await mine.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '5 January 2027 is still to come. Give today or a day before it, or leave the field empty.' })).toBeVisible();
  await expect(began).toBeFocused();
  expect((await saved(page)).from).toBe('engineering-manager');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(mine).toBeFocused();

  await mine.press('Enter');
  await began.fill('2026-12-31');
  await began.press('Enter');
  await expect(page.getByText('This is your title since 31 December 2026.')).toBeFocused();
  await expect.poll(settings).toEqual({ 'held:engineering-manager': { began: '2024-02-29' }, 'held:engineering-team-lead': { began: '2026-12-31' } });
  expect((await saved(page)).from).toBe('engineering-team-lead');
  // One step back takes all of it back.
  await page.getByRole('button', { name: /^Undo: change of current title/ }).click();
  await expect.poll(settings).toEqual({ 'held:engineering-manager': { began: '2024-02-29' } });
  expect((await saved(page)).from).toBe('engineering-manager');

  // Without a day the title is taken up all the same.
  await mine.press('Enter');
  await began.fill('');
  await mine.press('Enter');
  await expect(page.getByText('This is your title now.')).toBeFocused();
  await expect.poll(async () => (await saved(page)).from).toBe('engineering-team-lead');
  expect(await settings()).toEqual({ 'held:engineering-manager': { began: '2024-02-29' } });
});

test.describe('links out of the app', () => {
  test.use({ otherOrigins: ['https://www.isc2.org'] });

  for (const [name, route, least] of [['certifications', '#/guide/certifications', 8], ['tools', '#/guide/tools', 15], ['the guide as one page', 'guide.html', 23]]) {
    test(`say that they open in a new tab: ${name}`, async ({ page, site }) => {
      await page.goto(site.url + route);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const links = page.locator('a[href^="http"]');
      await expect.poll(() => links.count()).toBeGreaterThanOrEqual(least);
      for (const link of await links.all()) {
        await expect(link).toHaveAttribute('href', /^https:\/\/[a-z0-9.-]+(\/|$)/);
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
        await expect(link).toHaveAccessibleName(/\(opens in a new tab\)$/);
      }
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page)).toEqual([]);
      }
    });
  }

  test('tell the other page nothing, and give it no hold', async ({ page, context, site }) => {
    const asked = [];
    await context.route('https://www.isc2.org/**', async (route) => {
      asked.push(await route.request().allHeaders());
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Issuer</title><link rel="icon" href="data:,">' });
    });
    await open(page, site, '#/guide/certifications');
    const link = page.getByRole('link', { name: 'ISC2: CISSP (opens in a new tab)' });
    await expect(link).toBeVisible();
    expect(asked).toEqual([]);
    const [other] = await Promise.all([context.waitForEvent('page'), link.press('Enter')]);
    await expect(other).toHaveTitle('Issuer');
    expect(asked.length).toBe(1);
    expect(asked[0].referer).toBeUndefined();
    expect(await other.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Certifications');
  });
});
