// The map under a pointer, the keyboard and a finger: a title that is looked at lights its moves in and out, each with its years, and a card
// beside the map says the same. A title that the route passes by is no stop.
import { test, expect, audit, open } from '../fixtures.mjs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { keep, PAGES, PLANS, stored } from '../app.mjs';

const content = (name) => readFile(fileURLToPath(new URL(`../../../src/content/${name}`, import.meta.url)), 'utf8');
/** The moves of the guide, as [from, to, years]. */
const moves = [...(await content('moves.toml')).matchAll(/^from = "([\w-]+)"\nto = "([\w-]+)"\nkind = "[\w-]+"\ndwell = \[(\d+), (\d+)\]/gm)]
  .map(([, from, to, least, most]) => [from, to, least === most ? least : `${least}–${most}`]);
const card = (page) => page.getByRole('complementary', { name: 'The title that is looked at' });
const station = (page, id) => page.locator(`.transit a.station[href="#/map/${id}"]`);
const linked = (list) => list.getByRole('listitem').evaluateAll((items) => items.map((item) => [item.querySelector('a').getAttribute('href').split('/').pop(), item.querySelector('.num').textContent.replace(/\syears?$/, '')]));

/** That all moves of a title are lit, with their years, and that the card has each one. */
async function isLit(page, id, name) {
  const into = moves.filter(([, to]) => to === id).map(([from, , years]) => [from, years]);
  const out = moves.filter(([from]) => from === id).map(([, to, years]) => [to, years]);
  expect(into.length + out.length).toBeGreaterThan(2);
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await expect(page.locator('.map-lit')).toHaveCount(into.length + out.length);
  const lists = await Promise.all((await card(page).getByRole('list').all()).map(linked));
  expect(lists.flat().sort()).toEqual([...into, ...out].sort());
  // The years on the lines are those of these moves; where two would meet, the card alone has them.
  const drawn = await page.locator('.map-lit-years').allTextContents();
  expect(drawn.length).toBeGreaterThan(1);
  for (const years of drawn) expect([...into, ...out].map(([, y]) => y)).toContain(years);
  // What is not of this title stands back.
  await expect(page.locator('.map-line').first()).toHaveCSS('opacity', '0.18');
}

for (const width of [768, 1280]) {
  test(`a pointer and the focus light a title, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.map);
    // Until a title is looked at, one's own stands there.
    await expect(card(page)).toContainText('Point at a title');
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Engineering Manager');
    await expect(page.locator('.map-lit')).toHaveCount(0);
    await station(page, 'development-manager').hover();
    await isLit(page, 'development-manager', 'Development Manager');
    await station(page, 'engineering-manager').focus();
    await isLit(page, 'engineering-manager', 'Engineering Manager');
    await expect(card(page)).toContainText('on your route');
    // The next station in the order of the keyboard.
    await page.keyboard.press('Tab');
    const next = await page.evaluate(() => document.activeElement.getAttribute('href').split('/').pop());
    await isLit(page, next, await card(page).getByRole('heading', { level: 2 }).textContent());
    expect(await audit(page)).toEqual([]);
    // A pointer opens with one press.
    await station(page, 'development-manager').click();
    await expect(page).toHaveURL(`${site.url}#/map/development-manager`);
  });
}

for (const width of [320, 1280]) {
  test(`no name touches another or leaves the map, wherever one is, at ${width} px`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    // Where the map is fullest: that each title has its room is shown without a browser.
    const titles = ['engineering-manager', 'senior-engineering-manager', 'director-of-engineering', 'development-manager', 'engineering-program-manager'];
    for (const from of titles) {
      await keep(page, site, stored({ ...PLANS.started, from, to: from === 'head-of-engineering' ? 'board-advisor' : 'head-of-engineering' }));
      await open(page, site, PAGES.map);
      await expect(station(page, from)).toHaveClass('station on end');
      const faults = await page.evaluate(() => {
        const sheet = document.querySelector('.transit').getBoundingClientRect();
        const lines = [...document.querySelectorAll('.transit .map-label tspan[x]')].map((line) => ({ of: line.closest('a'), text: line.textContent, box: line.getBoundingClientRect() }));
        const out = lines.filter(({ box }) => box.left < sheet.left - 1 || box.right > sheet.right + 1).map(({ text }) => `${text} leaves the map`);
        const touching = lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => a.of !== b.of
          && Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > -3
          && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3).map((b) => `${a.text} touches ${b.text}`));
        // The lines of a name begin, end or are centred at one place, but for the pixel to which a browser moves a letter. A blank is 4 wide.
        const places = { start: (box) => box.left, middle: (box) => (box.left + box.right) / 2, end: (box) => box.right };
        const crooked = [...document.querySelectorAll('.transit .map-label')].filter((label) => {
          const at = [...label.querySelectorAll('tspan[x]')].map((line) => places[line.getAttribute('text-anchor')](line.getBoundingClientRect()));
          return Math.max(...at) - Math.min(...at) > 1.5;
        });
        return [...out, ...touching, ...crooked.map((label) => `${label.textContent} is crooked`)];
      });
      expect(faults, from).toEqual([]);
    }
  });
}

test.describe('by a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the first tap lights a title, the second one opens it', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.map);
    await station(page, 'engineering-manager').tap();
    await isLit(page, 'engineering-manager', 'Engineering Manager');
    await expect(page).toHaveURL(site.url + PAGES.map);
    // The card stands where it is seen, and covers neither the title nor itself with the bar of pages.
    await expect(card(page)).toBeInViewport();
    const bar = await page.getByRole('navigation', { name: 'Main pages' }).boundingBox();
    const box = await card(page).boundingBox();
    expect(box.y + box.height).toBeLessThanOrEqual(bar.y);
    await station(page, 'development-manager').tap();
    await isLit(page, 'development-manager', 'Development Manager');
    await station(page, 'development-manager').tap();
    await expect(page).toHaveURL(`${site.url}#/map/development-manager`);
  });
});

for (const width of [360, 768, 1280]) {
  test(`a title that the route passes by is no stop, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.map);
    // From Engineering Manager by Director to Head of Engineering: past the senior manager and the VP.
    for (const stop of ['engineering-manager', 'director-of-engineering', 'head-of-engineering']) {
      await expect(station(page, stop).locator('circle')).toHaveCount(1);
      await expect(station(page, stop)).toHaveAccessibleName(/route|You are here|here|destination/i);
    }
    const passed = page.locator('.station:has(.map-tick)');
    const names = await passed.evaluateAll((all) => all.map((a) => a.getAttribute('href').split('/').pop()));
    expect(names).toContain('senior-engineering-manager');
    for (const one of await passed.all()) {
      await expect(one.locator('circle')).toHaveCount(0);
      await expect(one).not.toHaveAccessibleName(/on your route/);
    }
    // It is a title all the same: it can be looked at.
    await station(page, 'senior-engineering-manager').focus();
    await isLit(page, 'senior-engineering-manager', 'Senior Engineering Manager');
  });
}
