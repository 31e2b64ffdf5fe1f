// Preparing: what to learn by, pay and balance. Each is done as a person would, and read back from what is stored.
import { test, expect, open, ready, unfold, audit, overflow } from '../fixtures.mjs';
import { PAGES, PLANS, keep, saved, stored } from '../app.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const records = async (page, list) => (await saved(page)).records?.[list] ?? {};

test('what helps the heaviest gaps stands first, and how far one is is kept, undone and done again', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.certifications);
  const list = page.getByRole('region', { name: 'Certifications' });
  const rows = list.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await expect(rows).toHaveCount(8);
  const points = (await rows.getByText(/points of readiness/).allTextContents()).map((text) => Number(/make (\d+\.\d)\spoints/.exec(text)[1]));
  expect(points.length).toBeGreaterThan(3);
  expect(points).toEqual([...points].sort((a, b) => b - a));
  // Strategic vision −3, strategic thinking −2 and data-driven decisions −3 at 3.75 each: 30 of 362.5 are 8.3 points.
  await expect(rows.first()).toContainText('MBA');
  await expect(rows.first()).toContainText('These gaps make 8.3 points of readiness.');
  await page.getByLabel(/^How far: MBA/).selectOption('Wanted');
  await page.getByLabel(/^How far: Certified Scrum Master/).selectOption('Done');
  await expect.poll(() => records(page, 'learning')).toEqual({ 'cert-mba': { status: 'wanted' }, 'cert-scrum': { status: 'done' } });
  await page.getByRole('button', { name: 'Undo: status' }).click();
  await expect(page.getByLabel(/^How far: Certified Scrum Master/)).toHaveValue('');
  await page.getByRole('button', { name: 'Redo: status' }).click();
  await expect(page.getByLabel(/^How far: Certified Scrum Master/)).toHaveValue('done');
  await page.getByLabel(/^How far: MBA/).selectOption('Not planned');
  await expect.poll(() => records(page, 'learning')).toEqual({ 'cert-scrum': { status: 'done' } });
  await page.reload();
  await ready(page);
  await expect(page.getByLabel(/^How far: Certified Scrum Master/)).toHaveValue('done');
});

test('there is something to read for the heaviest gaps', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.certifications);
  const list = page.getByRole('region', { name: 'To read' });
  await expect(list.getByRole('listitem')).toHaveCount(8);
  await expect(list.getByRole('listitem').first()).toContainText('For Strategic vision, up to level');
  await list.getByRole('combobox').first().selectOption('Under way');
  await expect.poll(async () => Object.entries(await records(page, 'learning'))).toEqual([[expect.stringMatching(/^read:[a-z0-9-]+$/), { status: 'under-way' }]]);
});

test('fifteen tools with how familiar they are, and six steps to mastering the one that is learned', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.certifications);
  const tools = page.getByRole('region', { name: 'Tools', exact: true });
  await expect(tools.getByRole('listitem')).toHaveCount(15);
  await page.getByLabel('How familiar: Jira').selectOption('Could teach it');
  const mastery = page.getByRole('region', { name: 'Six steps to mastering a tool' });
  await expect(mastery.getByRole('checkbox')).toHaveCount(0);
  await mastery.getByLabel('The tool that I am learning').selectOption('Jira');
  await expect(mastery.getByRole('checkbox')).toHaveCount(6);
  await mastery.getByLabel('Principles first').check();
  await mastery.getByLabel('Share').check();
  await mastery.getByLabel('Share').uncheck();
  await expect(mastery.getByText('1 of 6 steps with Jira')).toBeVisible();
  await expect.poll(() => records(page, 'learning')).toEqual({ 'tool-jira': { familiarity: 3, 'step:mastery-principles': true } });
  expect(await records(page, 'settings')).toEqual({ 'learning-tool': { tool: 'tool-jira' } });
  // Another tool has steps of its own.
  await mastery.getByLabel('The tool that I am learning').selectOption('GitHub');
  await expect(mastery.getByText('0 of 6 steps with GitHub')).toBeVisible();
  await expect(mastery.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('the total is a range from the base that one types, and what cannot be read is said', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.pay);
  const total = page.getByRole('region', { name: 'Pay in total' });
  const base = total.getByLabel(/^Base salary/);
  await expect(total).toContainText('The guide gives no salary figures');
  await base.fill('90,000 €');
  await expect(total.locator('.figure')).toHaveText('117\u202f000 to 135\u202f000 €');
  for (const [typed, said] of [['a lot', 'There is no figure in this.'], ['-5', 'A base is more than 0.'], ['90 or 100k', 'more than one figure']]) {
    await base.fill(typed);
    await expect(total.locator('.error')).toContainText(said);
  }
  await base.fill('<b>120k</b>');
  await expect(total.locator('b')).toHaveCount(0);
  await base.fill('120k CHF');
  await expect(total.locator('.figure')).toHaveText('156\u202f000 to 180\u202f000 CHF');
  await expect.poll(() => records(page, 'settings')).toEqual({ pay: { base: '120k CHF' } });
  await base.blur();
  await page.reload();
  await ready(page);
  await expect(total.locator('.figure')).toHaveText('156\u202f000 to 180\u202f000 CHF');
});

test('strategies are adopted and let go, and check-ins have a trend', async ({ page, site }) => {
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const checkIns = { [day(60)]: { hours: 2, thought: 2, pace: 2 }, [day(30)]: { hours: 2, thought: 3, pace: 2 }, [day(10)]: { hours: 4 } };
  await keep(page, site, stored({ ...PLANS.half, records: { 'check-ins': checkIns } }));
  await open(page, site, PAGES.pay);
  const strategies = page.getByRole('region', { name: 'What keeps it in balance' });
  await expect(strategies.getByRole('checkbox')).toHaveCount(16);
  await strategies.getByLabel('Say no').check();
  await strategies.getByLabel('Take leave').check();
  await strategies.getByLabel('Say no').uncheck();
  await expect(strategies.getByText('1 of 16 adopted')).toBeVisible();
  await expect.poll(() => records(page, 'balance')).toEqual({ 'balance-leave': { adopted: true } });

  const checkIn = page.getByRole('region', { name: 'How is it going?' });
  await expect(checkIn.getByText(/^2\.3\sof\s5 on .*, up from 2\.0 on .*\. Two low ones in a row/)).toBeVisible();
  const picture = checkIn.getByRole('img');
  await expect(picture).toHaveAccessibleName(/^Balance from 2\.0 on .* to 2\.3 on/);
  for (const question of ['I stop work', 'I have hours', 'I could keep up']) {
    await checkIn.getByRole('group', { name: question }).getByRole('radio', { name: '4' }).check();
  }
  await expect(checkIn.getByText(/^4\.0\sof\s5 on .*, up from 2\.3 on/)).toBeVisible();
  await expect(picture).toHaveAccessibleName(/to 4\.0 on/);
  // The second answer of the day replaces the first, and an incomplete day counts for nothing.
  await checkIn.getByRole('group', { name: 'I stop work' }).getByRole('radio', { name: '1' }).check();
  await expect(checkIn.getByText(/^3\.0\sof\s5/)).toBeVisible();
  await expect.poll(() => records(page, 'check-ins')).toEqual({ ...checkIns, [day(0)]: { hours: 1, thought: 4, pace: 4 } });
  await checkIn.getByText('All check-ins').click();
  await expect(checkIn.getByRole('row')).toHaveCount(4);
});

for (const [name, plan, route] of [
  ['nothing to learn for yet', null, 'certifications'], ['half rated', PLANS.half, 'certifications'], ['all rated', PLANS.rated, 'certifications'],
  ['pay of nobody yet', null, 'pay'], ['pay and balance', { ...PLANS.half, records: { settings: { pay: { base: 'x' } }, balance: { 'balance-no': { adopted: true } }, 'check-ins': { '2026-01-01': { hours: 1, thought: 2, pace: 3 }, '2026-03-01': { hours: 4, thought: 2, pace: 3 } } } }, 'pay'],
]) {
  test(`${name}: no accessibility fault in light and dark, and nothing sticks out`, async ({ page, site }) => {
    if (plan) await keep(page, site, stored(plan));
    await open(page, site, PAGES[route]);
    await expect(heading(page)).toHaveText(route === 'pay' ? 'Pay and balance' : 'What to learn for your gaps');
    await unfold(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await audit(page)).toEqual([]);
    }
    for (const width of [320, 768, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    expect(await overflow(page)).toEqual([]);
  });
}
