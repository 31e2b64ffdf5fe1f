// What the pages say while the plan comes and goes under them: undone, erased or begun, in this tab or in another one. A page that
// needs what the plan has no more is made anew, and nothing untrue is left.
import { test, expect, open, ready } from '../fixtures.mjs';
import { keep, LINKS, PAGES, PLANS, stored } from '../app.mjs';

/** Pages that stand on a plan, and what they say where there is none. */
const NEEDING = {
  home: { route: PAGES.home, without: 'Where could engineering leadership take you?', with: /Head of Engineering/ },
  assess: { route: PAGES.assess, without: 'Rate your skills', with: /./ },
  'one skill': { route: '#/assess/skill/communication', without: 'Rate your skills', with: 'Communication' },
  list: { route: PAGES['assess-list'], without: 'Rate your skills', with: 'All skills' },
  gaps: { route: PAGES.gaps, without: 'What stands between you and your next title', with: 'What stands between you and Head of Engineering' },
  route: { route: PAGES.route, without: 'Routes to your next title', with: /ways? to Head of Engineering/ },
  plan: { route: PAGES.plan, without: 'Your plan', with: /^Likely ready for Director of Engineering by/ },
};

const heading = (page) => page.getByRole('heading', { level: 1 });
const undo = (page) => page.getByRole('region', { name: 'Last change' }).getByRole('button', { name: /^Undo/ });
const redo = (page) => page.getByRole('region', { name: 'Last change' }).getByRole('button', { name: /^Redo/ });

/** Nothing that only someone with a plan could be told. */
async function expectNothingUntrue(page) {
  await expect(page.getByRole('main')).not.toContainText(/\d\s%|Ready|Done on|steps? to the gate|half of people|By \w+ \d{4}/);
  await expect(page.getByLabel('I am')).toHaveValue('');
  await expect(page.getByRole('button', { name: /Begin|Plan my route/ })).toBeVisible();
}

/** Begins a plan in this tab, so that it can be undone there. */
async function begin(page, site) {
  await open(page, site, '#/');
  await page.getByLabel('I am').selectOption('engineering-manager');
  await page.getByLabel('I want to be').selectOption('head-of-engineering');
  await page.getByLabel('Years so far').fill('7');
  await page.getByRole('button', { name: 'Plan my route' }).click();
  await expect(heading(page)).toHaveText(NEEDING.route.with);
}

/** A second tab with the same storage. */
async function otherTab(page, site, route) {
  const tab = await page.context().newPage();
  await open(tab, site, route);
  return tab;
}

async function erase(tab) {
  await tab.getByRole('button', { name: 'Erase my plan' }).click();
  await tab.getByRole('button', { name: 'Erase it now' }).click();
  await expect(tab.getByText('There is no plan here now.')).toBeVisible();
}

test('a plan that is undone while a page is open leaves nothing of it there, and comes back', async ({ page, site }) => {
  test.slow();
  await begin(page, site);
  for (const [name, { route, without, with: whole }] of Object.entries(NEEDING)) {
    await open(page, site, route);
    await expect(heading(page), name).toHaveText(whole);
    await undo(page).click();
    await expect(heading(page), name).toHaveText(without);
    await expectNothingUntrue(page);
    await expect(redo(page), `${name}: the focus stays where one would go on`).toBeFocused();
    await redo(page).click();
    await expect(heading(page), name).toHaveText(whole);
    await expect(undo(page)).toBeFocused();
  }
});

test('a plan that is erased in another tab leaves nothing of it on any page, and comes back', async ({ page, site }) => {
  test.slow();
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  const tab = await otherTab(page, site, PAGES.data);
  for (const [name, { route, without, with: whole }] of Object.entries(NEEDING)) {
    await open(page, site, route);
    // With every skill rated there is none to rate next.
    await expect(heading(page), name).toHaveText(name === 'assess' ? 'All 27 skills are rated' : whole);
    await page.getByRole('main').locator('a, button, select').first().focus();
    await erase(tab);
    await expect(heading(page), name).toHaveText(without);
    await expectNothingUntrue(page);
    await expect(page.locator(':focus'), `${name}: the focus is somewhere`).toHaveCount(1);
    await tab.getByRole('button', { name: 'Undo: erased plan' }).first().click();
    await expect(heading(page), name).toHaveText(name === 'assess' ? 'All 27 skills are rated' : whole);
  }
});

test('what a page shows of the plan follows another tab without being opened anew', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.home);
  const tab = await otherTab(page, site, PAGES['assess-list']);
  await expect(page.getByText('9 of 27 skills rated')).toBeVisible();
  await tab.getByRole('combobox', { name: 'Cybersecurity' }).selectOption('3');
  await expect(page.getByText('10 of 27 skills rated')).toBeVisible();

  // A title's sheet, the comparison with a shared plan, a second opinion: each of them reads the plan.
  await open(page, site, PAGES.title);
  await page.getByText('Skill by skill, as a table').click();
  const own = page.getByRole('row').filter({ hasText: 'Data Engineering' }).getByRole('cell').nth(1);
  await expect(own).toHaveText('–');
  await tab.getByRole('combobox', { name: 'Data engineering' }).selectOption('2');
  await expect(own).toHaveText('2');
  await expect(page.getByRole('button', { name: 'Make this my destination' })).toBeVisible();
  await open(tab, site, PAGES.title);
  await tab.getByRole('button', { name: 'Make this my destination' }).click();
  await expect(page.getByText('This is your destination.')).toBeVisible();

  await open(page, site, LINKS.shared);
  await page.getByRole('button', { name: 'Show their levels' }).click();
  await page.getByRole('button', { name: 'Compare with mine' }).click();
  const row = (name) => page.getByRole('row').filter({ hasText: name }).getByRole('cell');
  await expect(row('Cybersecurity').first()).toHaveText('3');
  await open(tab, site, '#/assess/skill/cybersecurity');
  await tab.locator('label[for=level-5]').click();
  await expect(row('Cybersecurity').first()).toHaveText('5');
  await open(tab, site, PAGES.data);
  await erase(tab);
  await expect(page.getByRole('button', { name: 'Compare with mine' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Keep a copy' })).toHaveAccessibleDescription('A copy becomes your plan, on this device.');
});

test('a plan that has no way to go says so on every page, and makes up no steps', async ({ page, site }) => {
  await keep(page, site, stored({ from: 'head-of-engineering', to: 'engineering-team-lead', years: 12, ratings: PLANS.rated.ratings }));
  for (const route of [PAGES.route, PAGES.plan]) {
    await open(page, site, route);
    await expect(heading(page)).toHaveText('No route from Head of Engineering to Engineering Team Lead');
    await expect(page.getByRole('main')).not.toContainText(/gate|Done/);
  }
  await open(page, site, PAGES.home);
  await expect(page.getByRole('region', { name: 'Map of titles' })).toBeVisible();
  await expect(page.getByText('No moves of the guide lead there from your title.')).toBeVisible();
  // Another destination, and the page that said so is a plan.
  const tab = await otherTab(page, site, '#/map/chief-technology-officer');
  await open(page, site, PAGES.plan);
  await expect(heading(page)).toHaveText(/^No route/);
  await tab.getByRole('button', { name: 'Make this my destination' }).click();
  await expect(heading(page)).toHaveText(/^Likely ready for .* by/);
});

test('all are rated, until one is not', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.assess);
  await expect(heading(page)).toHaveText('All 27 skills are rated');
  const tab = await otherTab(page, site, PAGES['assess-list']);
  await tab.getByRole('combobox', { name: 'Cybersecurity' }).selectOption('Unrated');
  // The others are enough, and the one that is left is offered.
  await expect(heading(page)).toHaveText(/gaps stand out already$/);
  await page.getByRole('button', { name: /^Rate 1: \d+ to 0\spoints$/ }).click();
  await expect(heading(page)).toHaveText('Cybersecurity');
  await page.locator('label[for=level-3]').click();
  await expect(heading(page)).toHaveText('All 27 skills are rated');
  await expect(page.getByRole('main').getByText(/^Cybersecurity 3: /)).toBeVisible();
});

test('a form shows what the plan says, also once that changes', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.home);
  await page.getByRole('button', { name: 'Change start or destination' }).click();
  await expect(page.getByLabel('I want to be')).toHaveValue('head-of-engineering');
  const tab = await otherTab(page, site, PAGES.title);
  await tab.getByRole('button', { name: 'Make this my destination' }).click();
  await expect(page.getByLabel('I want to be')).toHaveValue('director-of-engineering');
  await expect(heading(page)).toHaveText(/^Director of Engineering is /);
});
