// The first page of someone who comes back: where they stand, the one next step, what moved since the last visit, and the route.
import { test, expect, open, ready, audit, overflow } from '../fixtures.mjs';
import { keep, LINKS, PAGES, PLANS, saved, stored, visit } from '../app.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const next = (page) => page.locator('.next-card');

const STATES = {
  started: { plan: PLANS.started, said: 'Head of Engineering is two moves and 4 to 8 years away.', next: 'Rate the first five skills', press: 'Rate 5 skills', leads: PAGES.assess },
  half: { plan: PLANS.half, said: /^You are between \d+ and \d+ % ready for Head of Engineering\. \w+ skills block the gate\.$/, next: /^Rate five more/, press: 'Start with the gaps instead', leads: PAGES.gaps },
  rated: { plan: PLANS.rated, said: 'You are 62 % ready for Head of Engineering, and 71 % for Director of Engineering, the stop before it.', next: 'Strategic Vision: from 2 to 3', press: 'Something else first', leads: PAGES.plan },
  'a related path': { plan: { ...PLANS.rated, to: 'engineering-consultant' }, said: /^You cover \d+ % of what Engineering Consultant asks of these skills\.$/, next: /from \d to \d$/, press: 'Something else first', leads: PAGES.plan },
  'no route': { plan: { ...PLANS.rated, from: 'head-of-engineering', to: 'technical-lead' }, said: /ready for Technical Lead|gate of Technical Lead/, next: 'Choose another destination', press: 'Look at the map', leads: PAGES.map },
  'there already': { plan: { ...PLANS.rated, from: 'head-of-engineering' }, said: 'You are where you wanted to be: Head of Engineering.', next: 'Choose where to go from here', press: 'Look at the map', leads: PAGES.map },
};

for (const [name, state] of Object.entries(STATES)) {
  test(`says where one stands and what comes next: ${name}`, async ({ page, site }) => {
    await keep(page, site, stored(state.plan));
    await open(page, site, PAGES.home);
    await expect(heading(page)).toHaveText(state.said);
    await expect(page).toHaveTitle('Where you stand, and what comes next – Career Explorer');
    await expect(next(page).getByRole('heading')).toHaveText(state.next);
    for (const width of [320, 360, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toEqual([]);
    }
    expect(await audit(page)).toEqual([]);
    // No figure without a meaning.
    await expect(page.getByRole('main')).not.toContainText(/heaviest gap|NaN|\d\.\d/);
    await next(page).getByRole('link', { name: state.press }).click();
    await expect(page).toHaveURL(`${site.url}${state.leads}`);
  });
}

test('the next step is done with one press, which can be taken back', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.home);
  await next(page).getByRole('button', { name: 'Done: I am at 3' }).click();
  await expect.poll(async () => (await saved(page)).ratings['strategic-vision']).toBe(3);
  await expect(next(page).getByRole('heading')).not.toHaveText('Strategic Vision: from 2 to 3');
  await expect(page.locator(':focus')).toHaveCount(1);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(next(page).getByRole('heading')).toHaveText('Strategic Vision: from 2 to 3');
});

test('what moved since the last visit is told all day, and the next day anew', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-11-24T09:00:00Z') });
  await keep(page, site, stored(PLANS.rated), visit('2026-09-01', LINKS.shared));
  await open(page, site, PAGES.home);
  const since = page.locator('section').filter({ hasText: 'Moved since' });
  await expect(since.getByRole('heading', { level: 2 })).toHaveText('Moved since 1 September 2026');
  await expect(since.getByRole('listitem').first()).toContainText('Architecture');
  await expect(since.getByRole('listitem').first()).toContainText('from 0 → to 3');
  await expect(page.locator('.ready-bars')).toContainText('on 1 September');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await page.reload();
  await ready(page);
  await expect(since.getByRole('heading', { level: 2 })).toHaveText('Moved since 1 September 2026');
  // Nothing that was written is in the note.
  expect(await page.evaluate(() => localStorage.getItem('career-explorer/head-of-engineering/visits'))).toMatch(/^2026-09-01 [\w-]+\n2026-11-24 [\w-]+\n$/);
  await page.goto('about:blank');
  await page.clock.setFixedTime(new Date('2026-11-25T09:00:00Z'));
  await open(page, site, PAGES.home);
  await expect(since.getByRole('heading', { level: 2 })).toHaveText('Moved since 24 November 2026');
  await expect(since).toContainText('Nothing yet');
});

test('whoever comes for the first time is compared with nothing, and erasing forgets the visits', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.home);
  await expect(page.getByText('Moved since')).toHaveCount(0);
  await page.goto(site.url + PAGES.data);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  const keys = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('visits')).length);
  expect(await keys()).toBe(1);
  await page.getByRole('button', { name: 'Erase my plan' }).click();
  await page.getByRole('button', { name: 'Erase it now' }).click();
  await expect.poll(keys).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect(await keys()).toBe(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('five places stand in the bar, and every page is two presses away', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.home);
    const bar = page.getByRole('navigation', { name: 'Main pages' });
    await expect(bar.getByRole('link')).toHaveText(['Home', 'Gaps', 'Route', 'Plan', 'More']);
    await expect(bar.getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
    await bar.getByRole('link', { name: 'More' }).click();
    await expect(heading(page)).toHaveText('All pages');
    await expect(bar.getByRole('link', { name: 'More' })).toHaveAttribute('aria-current', 'page');
    const all = await page.getByRole('main').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const route of [PAGES.map, PAGES.assess, PAGES.guide, PAGES.data, PAGES.embed]) expect(all).toContain(route);
  });
});

test('a wide window lists every place, on the grid of the page', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  for (const width of [768, 1280, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, site, PAGES.home);
    await expect(page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'More' })).toBeHidden();
    const left = (locator) => locator.evaluate((e) => e.getBoundingClientRect().left);
    const right = (locator) => locator.evaluate((e) => e.getBoundingClientRect().right);
    expect(Math.abs(await left(page.locator('.mark')) - await left(heading(page))), `${width} px`).toBeLessThanOrEqual(1);
    expect(Math.abs(await left(page.getByRole('contentinfo').locator('span').first()) - await left(heading(page))), `${width} px`).toBeLessThanOrEqual(1);
    if (width > 768) expect(Math.abs(await right(page.locator('.bar-tools')) - await right(page.locator('.home-two'))), `${width} px`).toBeLessThanOrEqual(1);
  }
});
