// The first page of someone who comes back: where they stand, the one next step, what moved since the last visit, and the route.
import { test, expect, open, ready, audit, overflow } from '../fixtures.mjs';
import { keep, LINKS, PAGES, PLANS, saved, stored, visit } from '../app.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const next = (page) => page.locator('.next-card');

const STATES = {
  started: { plan: PLANS.started, said: 'Head of Engineering is two moves and 4 to 8 years away.', next: 'Rate the first five skills', press: 'Rate 5 skills', leads: PAGES.assess },
  half: { plan: PLANS.half, said: /^You are between \d+ and \d+\s% ready for Head of Engineering\. \w+\sskills block the gate\.$/, next: /^Rate five more/, press: 'Start with the gaps instead', leads: PAGES.gaps },
  rated: { plan: PLANS.rated, said: 'You are 62 % ready for Head of Engineering, and 71 % for Director of Engineering, the stop before it.', next: 'Strategic Vision: from 2 to 3', press: 'Something else first', leads: PAGES.plan },
  'a related path': { plan: { ...PLANS.rated, to: 'engineering-consultant' }, said: /^You cover \d+\s% of what Engineering Consultant asks of these skills\.$/, next: /from \d to \d$/, press: 'Something else first', leads: PAGES.plan },
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

/** Each visible text of the bars, with its box and its bar's. */
const labels = (page) => page.locator('.ready-bars').evaluate((bars) => {
  const found = [];
  const walk = document.createTreeWalker(bars, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    // A few pixels of a line's box are air.
    for (const { left, right, top, bottom } of range.getClientRects()) found.push({ text: walk.currentNode.textContent, left, right, top: top + 2, bottom: bottom - 2, bar: parent.closest('.range-box')?.getBoundingClientRect().toJSON() });
  }
  return found;
});

for (const scale of [1, 2]) {
  test(`no label at a bar meets another or leaves its bar, whatever the width and the figures, with text at ${scale * 100} %`, async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated), visit('2026-09-01', LINKS.shared));
    await open(page, site, PAGES.home);
    await page.evaluate((scale) => { document.documentElement.style.fontSize = `${scale * 100}%`; }, scale);
    const faults = [];
    for (const width of [320, 360, 390, 768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      for (const before of [0, 3, 20, 50, 80, 97, 100]) {
        await page.locator('.range-box').evaluateAll((boxes, before) => boxes.forEach((box) => box.style.setProperty('--before', `${before}%`)), before);
        const all = await labels(page);
        expect(all.filter(({ text }) => / on 1 September$/.test(text)).length).toBeGreaterThanOrEqual(2);
        all.forEach((one, at) => {
          if (one.bar && (one.left < one.bar.left - 1 || one.right > one.bar.right + 1)) faults.push(`${width} px, ${before}: “${one.text}” leaves its bar`);
          for (const other of all.slice(at + 1)) {
            if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) faults.push(`${width} px, ${before}: “${one.text}” meets “${other.text}”`);
          }
        });
      }
    }
    expect(faults).toEqual([]);
  });
}

test('what is due stands beside the next step: the earliest three, each with its page, and the way to the rest', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-12-28T09:00:00Z') });
  const records = {
    actions: { a: { what: 'Write the design note', quarter: '2026-q4', place: 1 }, b: { what: 'Lead an incident review', quarter: '2026-q4', place: 2 }, c: { what: 'Done long ago', quarter: '2026-q3', done: '2026-09-01' } },
    aims: { g: { what: 'Publish two articles', by: '2026-12-20', progress: 50 }, h: { what: 'Reached', by: '2026-12-20', progress: 100 } },
    settings: { 'linkedin-refreshed': { day: '2026-09-25' } },
    'check-ins': { '2026-11-01': { hours: 4, thought: 4, pace: 3 } },
  };
  await keep(page, site, stored({ ...PLANS.rated, records }));
  await open(page, site, PAGES.home);
  const due = page.locator('.due-box').filter({ has: page.getByRole('heading', { name: 'Due' }) });
  await expect(due.getByRole('listitem')).toHaveText([/^1 December3\sweeks late\s*Check-in on your balance/, /^20 December8\sdays late\s*Publish two articles/, /^31 Decemberin 3\sdays\s*2 open actions/]);
  for (const [name, href] of [['Check-in on your balance', PAGES.pay], ['Publish two articles', PAGES.goals], ['2 open actions', PAGES.actions]]) {
    await expect(due.getByRole('link', { name: `Open: ${name}` })).toHaveAttribute('href', href);
  }
  await expect(due.getByRole('link', { name: '2 more' })).toHaveAttribute('href', PAGES.review);
  expect(await audit(page)).toEqual([]);
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }
});

test('the review of a quarter is due in its last week, and no longer once it is done', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-12-24T09:00:00Z') });
  const records = { actions: { a: { what: 'Write the design note', quarter: '2026-q4', place: 1, done: '2026-11-02' } } };
  await keep(page, site, stored({ ...PLANS.rated, records }));
  await open(page, site, PAGES.home);
  const due = page.locator('.due-box').filter({ has: page.getByRole('heading', { name: 'Due' }) });
  await expect(due.getByRole('listitem')).toHaveText([/^31 Decemberin 7\sdays\s*Review of Q4 2026/]);
  await due.getByRole('link', { name: 'Open: Review of Q4 2026' }).click();
  await page.getByRole('button', { name: 'Finish the review of Q4 2026' }).click();
  await open(page, site, PAGES.home);
  await expect(heading(page)).toBeVisible();
  await expect(due).toHaveCount(0);
});

test('the first 90 days of a title are due by thirds, each with what to do by then and the way to the title', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-12-28T09:00:00Z') });
  await keep(page, site, stored({ ...PLANS.rated, records: { settings: { 'held:engineering-manager': { began: '2026-12-01' } } } }));
  await open(page, site, PAGES.home);
  const due = page.locator('.due-box').filter({ has: page.getByRole('heading', { name: 'Due' }) });
  await expect(due.getByRole('listitem')).toHaveText([/^30 Decemberin 2\sdays\s*30\sdays as Engineering Manager/]);
  // What the guide's details say comes with their part.
  const line = due.locator('.small > span');
  await expect(line).toHaveCount(1);
  const said = await line.textContent();
  expect(await audit(page)).toEqual([]);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }
  await due.getByRole('link', { name: /^Open: 30\sdays as Engineering Manager$/ }).click();
  const first = page.locator('section').filter({ has: page.getByRole('heading', { name: 'The first 90 days' }) }).last();
  await expect(first.getByRole('listitem').first()).toHaveText(said);
});

test('whoever comes for the first time is compared with nothing, and erasing forgets the visits', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.home);
  await expect(page.getByText('Moved since')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Due', exact: true })).toHaveCount(0);
  await open(page, site, PAGES.data);
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
