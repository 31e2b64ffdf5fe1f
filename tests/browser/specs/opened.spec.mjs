// Links of other people: a name that stays here, rating unseen before levels show, what changed since the last link, and several
// opinions side by side.
import { test, expect, audit, open, overflow } from '../fixtures.mjs';
import { keep, LINKS, PAGES, PLANS, RATED, saved, stored, texts } from '../app.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const heading = (page) => page.getByRole('heading', { level: 1 });
const OPENED = 'career-explorer/head-of-engineering/opened';

/** The address that the app gives a plan, or a reply to a request, with these ratings. */
async function link(page, site, ratings) {
  const other = await page.context().browser().newContext();
  const tab = await other.newPage();
  await keep(tab, site, stored({ ...PLANS.started, ratings }));
  await open(tab, site, PAGES.plan);
  await button(tab, 'Share').click();
  const value = await tab.getByRole('textbox', { name: /link/i }).first().inputValue();
  await other.close();
  return value.slice(value.indexOf('#'));
}

test('a name given to a shared plan stays on this device and is in no link', async ({ page, site }) => {
  await open(page, site, LINKS.shared);
  await page.getByLabel('Name for this person').fill('Kim from Platform');
  await page.getByLabel('Name for this person').blur();
  await expect(heading(page)).toHaveText('Kim from Platform wants to be Head of Engineering, by way of Engineering Team Lead');
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  await page.reload();
  await expect(heading(page)).toHaveText(/^Kim from Platform wants/);
  expect(page.url()).not.toContain('Kim');
  expect((await texts(page, OPENED)).join()).toContain('Kim from Platform');
  expect(await saved(page)).toBeNull();
});

test('levels show once one has rated unseen, and then where the two differ', async ({ page, site }) => {
  await open(page, site, LINKS.shared);
  await expect(page.getByRole('img', { name: /of \d asked/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Where the two of you differ' })).toHaveCount(0);
  await button(page, 'Rate them, unseen').click();
  await expect(heading(page)).toHaveText('Rate a colleague');
  await expect(page.getByRole('main')).not.toContainText(/asks for|required|gate/i);
  const skill = await page.getByRole('heading', { level: 2 }).first().textContent();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(skill);
  await button(page, 'Back to their plan').click();
  await expect(page.getByRole('heading', { name: 'Where the two of you differ' })).toBeVisible();
  await expect(page.getByRole('img', { name: new RegExp(`^${skill}: they \\d, you 1, \\d asked$`) })).toBeVisible();
  await expect(page.getByRole('img', { name: /of \d asked/ }).first()).toBeVisible();
  expect(await audit(page)).toEqual([]);
});

test('a later link of the same person says what changed since', async ({ page, site }) => {
  const first = await link(page, site, RATED);
  const second = await link(page, site, { ...RATED, communication: 4 });
  await open(page, site, first);
  await page.getByLabel('Name for this person').fill('Kim');
  await page.getByLabel('Name for this person').blur();
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  await open(page, site, second);
  await expect(page.getByText(/^Since their link of .*: 1\srating has changed; readiness 62\s% → 63\s%\.$/)).toBeVisible();
  await button(page, 'Show their levels').click();
  await expect(page.getByText(/^Since their link of .*: Communication 3 → 4; readiness 62\s% → 63\s%\.$/)).toBeVisible();
});

test('several opinions stand side by side, and go one by one or with the plan', async ({ page, site }) => {
  test.slow();
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, LINKS.rated);
  await expect(heading(page)).toHaveText('A second opinion');
  await page.getByLabel('Name for this person').fill('Kim');
  await page.getByLabel('Name for this person').blur();
  // Another one answers.
  const rater = await page.context().browser().newContext().then((context) => context.newPage());
  await open(rater, site, LINKS.rate);
  await rater.keyboard.press('5');
  await button(rater, 'Finish').click();
  const answer = await rater.getByRole('textbox', { name: /link/i }).first().inputValue();
  await rater.context().close();
  await open(page, site, answer.slice(answer.indexOf('#')));
  await expect(heading(page)).toHaveText('2 second opinions');
  await page.getByLabel('Name for this person').fill('Lee');
  await page.getByLabel('Name for this person').blur();
  const people = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Forget/ }) });
  await expect(people).toHaveCount(2);
  await page.getByText('Everyone side by side').click();
  const table = page.getByRole('region', { name: 'Everyone side by side' }).getByRole('table');
  for (const name of ['You', 'Kim', 'Lee', 'Spread', 'Asked']) await expect(table.getByRole('columnheader', { name })).toBeVisible();
  await expect(page.getByRole('img', { name: /you \d, Kim \d, Lee (\d|unrated), \d asked$/ }).first()).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget Kim' }).click();
  await expect(heading(page)).toHaveText('A second opinion');
  await expect(people).toHaveCount(1);
  // What is left goes with the plan.
  expect((await texts(page, OPENED)).join()).toContain('Lee');
  await open(page, site, PAGES.data);
  await button(page, 'Erase my plan').click();
  await button(page, 'Erase it now').click();
  await expect(page.getByText('There is no plan here now.')).toBeVisible();
  expect(await texts(page, OPENED)).toEqual([]);
});

for (const width of [320, 768]) {
  test(`both pages and the comparison of titles fit, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, LINKS.rated);
    expect(await overflow(page)).toEqual([]);
    await open(page, site, LINKS.shared);
    await button(page, 'Show their levels').click();
    expect(await overflow(page)).toEqual([]);
    await open(page, site, PAGES.compare);
    await expect(page.getByText('An Engineering Manager already meets')).toBeVisible();
    const change = page.getByRole('table').last().getByRole('columnheader', { name: 'Change' });
    const box = await change.boundingBox();
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await overflow(page)).toEqual([]);
  });
}
