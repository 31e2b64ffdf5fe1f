// What can be seen where room or colours are short: charts in the width that they get, no negative sizes, the system's own colours,
// text at twice its size.
import { test, expect, open, overflow } from '../fixtures.mjs';
import { keep, OPENED, PAGES, PLANS, stored } from '../app.mjs';

/** A plan of which the first leg takes decades. */
const SLOW = { ...PLANS.started, ratings: Object.fromEntries(Object.keys(PLANS.rated.ratings).map((id) => [id, 0])), pace: { hours_per_week: 1, effort_percent: 400 } };

const chart = (page) => page.getByRole('img', { name: /^\d+\ssteps? in \d+\sskills?\. Likely/ });

for (const width of [320, 360, 768, 1280]) {
  for (const [name, plan] of [['a usual', PLANS.rated], ['a slow', SLOW]]) {
    test(`the road at ${name} pace is drawn for its room, at ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 800 });
      await keep(page, site, stored(plan));
      await open(page, site, PAGES.plan);
      await chart(page).scrollIntoViewIfNeeded();
      const drawn = await chart(page).evaluate((svg) => ({
        scale: svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
        width: svg.getBoundingClientRect().width,
        room: svg.parentElement.clientWidth,
        texts: [...svg.querySelectorAll('text')].map((t) => {
          const { left, right, top } = t.getBoundingClientRect();
          return { text: t.textContent, size: parseFloat(getComputedStyle(t).fontSize), left, right, row: Math.round(top), from: svg.getBoundingClientRect().left, to: svg.getBoundingClientRect().right };
        }),
      }));
      expect(drawn.scale).toBeCloseTo(1, 2);
      expect(drawn.width).toBe(drawn.room);
      for (const { text, size, left, right, from, to } of drawn.texts) {
        expect(size, text).toBeGreaterThanOrEqual(12);
        expect(left, text).toBeGreaterThanOrEqual(from - 1);
        expect(right, text).toBeLessThanOrEqual(to + 1);
      }
      const years = drawn.texts.filter(({ text }) => /^\d{4}$/.test(text));
      if (name === 'a slow') expect(years.length).toBeGreaterThan(1);
      for (let n = 1; n < years.length; n += 1) expect(years[n].left, years[n].text).toBeGreaterThan(years[n - 1].right);
    });
  }
}

test('the chart follows its room', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await keep(page, site, stored(SLOW));
  await open(page, site, PAGES.plan);
  const years = () => chart(page).locator('text').filter({ hasText: /^\d{4}$/ }).count();
  const widths = () => chart(page).evaluate((svg) => [svg.getBoundingClientRect().width, svg.parentElement.clientWidth]);
  await expect(chart(page)).toBeVisible();
  const many = await years();
  expect(many).toBeGreaterThan(0);
  await page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(async () => { const [drawn, room] = await widths(); return drawn === room && room < 300; }).toBe(true);
  expect(await years()).toBeLessThanOrEqual(many);
});

test('nothing has a negative size, in however small a window', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.home);
  for (const width of [1, 33, 120, 320]) {
    await page.setViewportSize({ width, height: 400 });
    for (const route of [PAGES.home, PAGES.map, PAGES.route]) {
      await open(page, site, route);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      const negative = await page.locator('svg *').evaluateAll((all) => all.flatMap((e) => ['width', 'height', 'r'].map((a) => e.getAttribute(a)).filter((v) => Number(v) < 0)));
      expect(negative, `${route} at ${width} px`).toEqual([]);
    }
  }
});

test.describe('in the colours of the system', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  /** How an element looks, as far as colours that are forced leave it. */
  const look = (locator) => locator.evaluate((e) => {
    const { backgroundColor, color, outlineStyle, outlineWidth } = getComputedStyle(e);
    return [backgroundColor, color, outlineStyle, outlineWidth].join(' ');
  });
  const paper = (page) => page.locator('body').evaluate((e) => getComputedStyle(e).backgroundColor);

  test('what is chosen and pressed is to be seen, and so are lines and strips', async ({ page, site }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, '#/assess/skill/communication');
    const option = (level) => page.locator(`label[for=level-${level}]`);
    await expect(page.locator('#level-3')).toBeChecked();
    expect(await look(option(3))).not.toBe(await look(option(2)));
    expect(await look(option(3).locator('kbd'))).not.toBe(await look(option(2).locator('kbd')));

    await open(page, site, PAGES.gaps);
    const all = page.getByRole('group', { name: 'Which skills' }).getByRole('button');
    expect(await look(all.nth(0))).not.toBe(await look(all.nth(1)));
    const back = await paper(page);
    for (const level of ['have', 'need']) {
      const painted = await page.locator(`.levels i.${level}`).first().evaluate((e) => [getComputedStyle(e).backgroundImage, getComputedStyle(e, '::before').backgroundColor]);
      expect(painted.some((p) => p !== 'none' && p !== back)).toBe(true);
    }

    await open(page, site, PAGES.route);
    const routes = page.getByRole('group', { name: 'Routes' }).getByRole('button');
    expect(await look(routes.and(page.locator('[aria-pressed=true]')))).not.toBe(await look(routes.and(page.locator('[aria-pressed=false]')).first()));
    for (const [selector, part, what] of [['.chart-move', null, 'fill'], ['.stop:first-child .line', '::before', 'backgroundColor']]) {
      const painted = await page.locator(selector).first().evaluate((e, [p, w]) => getComputedStyle(e, p)[w], [part, what]);
      expect(painted, selector).not.toBe(await paper(page));
    }
    await open(page, site, PAGES.map);
    expect(await page.locator('.map-route').first().evaluate((e) => getComputedStyle(e).stroke)).not.toBe(await paper(page));
  });
});

for (const width of [320, 360, 768, 1024, 1280]) {
  test(`text at twice its size pushes nothing off the page, at ${width} px`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.home);
    for (const [name, route] of Object.entries({ ...PAGES, ...OPENED })) {
      await open(page, site, route);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // As a browser does it that is set to text alone: every size in rem doubles, and no width that a style asks for does.
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      const out = await page.locator('header').first().evaluate((header) => [...header.querySelectorAll('a, button')]
        .filter((e) => !e.classList.contains('skip'))
        .filter((e) => { const { left, right } = e.getBoundingClientRect(); return left < -1 || right > innerWidth + 1; }).map((e) => e.textContent));
      expect(out, `${name}: the header`).toEqual([]);
      expect(await overflow(page), name).toEqual([]);
    }
  });
}
