// What every page owes: targets that can be hit, paper that shows what was found, and an undo that says what it takes back and where.
import { test, expect, open, audit, overflow } from '../fixtures.mjs';
import { keep, OPENED, PAGES, PLANS, saved, stored } from '../app.mjs';

const lastChange = (page) => page.getByRole('region', { name: 'Last change' });

for (const width of [360, 1280]) {
  test(`whatever stands alone can be hit, at ${width} px`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.home);
    const small = {};
    for (const [name, route] of Object.entries({ ...PAGES, ...OPENED })) {
      await open(page, site, route);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const found = await page.locator('header, main, footer').locator('a, button, input, select, textarea, summary').evaluateAll((all) => all.flatMap((e) => {
        const { width: w, height: h } = e.getBoundingClientRect();
        if (!e.checkVisibility({ visibilityProperty: true }) || w <= 1 || h <= 1 || e.closest('svg, label')) return [];
        // In a sentence a link is as high as its line; the rest of it stands beside it.
        const words = (node) => [...node.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim().length > 1);
        const isInText = e.matches('a, button.link') && getComputedStyle(e).display === 'inline' && words(e.parentElement);
        // What is hit counts, which may reach further than what is seen: half the height above and below the middle.
        e.scrollIntoView({ block: 'center' });
        const { left, top } = e.getBoundingClientRect();
        const isHit = (y) => { const at = document.elementFromPoint(left + w / 2, y); return at !== null && (e.contains(at) || at.contains(e)); };
        const reaches = isHit(top + h / 2 - 11.9) && isHit(top + h / 2 + 11.9) && !e.matches('a');
        return isInText || (w >= 24 && (h >= 23.9 || reaches)) ? [] : [`${e.localName} “${e.textContent.trim().slice(0, 40)}” ${Math.round(w)}×${Math.round(h * 10) / 10}`];
      }));
      if (found.length) small[name] = [...new Set(found)].slice(0, 8);
    }
    expect(small).toEqual({});
  });
}

for (const width of [320, 360]) {
  test(`no word is broken in names and headings, and none runs into the next, at ${width} px`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await keep(page, site, stored(PLANS.rated));
    const wrong = {};
    for (const [name, route] of Object.entries({ ...PAGES, ...OPENED })) {
      await open(page, site, route);
      const found = await page.locator('main').locator('h1, h2, h3, a, button, th, label, summary, legend').filter({ visible: true }).evaluateAll((all) => all.flatMap((e) => {
        const found = [];
        const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
        let before = null;
        while (texts.nextNode()) {
          const { currentNode: node } = texts;
          const range = document.createRange();
          for (const { 0: word, index } of node.data.matchAll(/[^\s/\u00ad\u2013-]+/g)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
            if (lines.size > 1) found.push(`“${word}” is broken`);
          }
          range.selectNodeContents(node);
          const [first] = range.getClientRects();
          // Texts of two elements on one line, without a blank and without room between them.
          if (first && before && before.parent !== node.parentNode && /\w$/.test(before.text) && /^\w/.test(node.data)
            && Math.abs(before.box.top - first.top) < 4 && Math.abs(first.left - before.box.right) < 2) found.push(`“${before.text}” runs into “${node.data}”`);
          const boxes = [...range.getClientRects()];
          if (boxes.length) before = { parent: node.parentNode, text: node.data, box: boxes.at(-1) };
        }
        return found;
      }));
      if (found.length) wrong[name] = [...new Set(found)].slice(0, 8);
    }
    expect(wrong).toEqual({});
  });
}

test('undo stands in view where the change was made, and says elsewhere what it takes back', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.route);
  await page.getByRole('group', { name: 'Routes' }).getByRole('button', { pressed: false }).first().click();
  await expect(lastChange(page).getByRole('button', { name: 'Undo: choice of route', exact: true })).toBeInViewport();
  expect(await audit(page)).toEqual([]);
  await open(page, site, PAGES.guide);
  const undo = lastChange(page).getByRole('button', { name: 'Undo: choice of route, on Route', exact: true });
  await expect(undo).toBeVisible();
  await undo.click();
  await expect.poll(async () => (await saved(page)).route ?? []).toEqual([]);
  await expect(lastChange(page).getByRole('button', { name: 'Redo: choice of route, on Route', exact: true })).toBeFocused();
});

test('paper shows the bars, and neither buttons nor forms', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.home);
  for (const route of [PAGES.home, PAGES.gaps, PAGES.route, PAGES.plan, PAGES.data]) {
    await open(page, site, route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.btn, .main-nav a, input, select, textarea, form').evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))), route).toEqual([]);
    const bars = await page.locator('.levels, .range').filter({ visible: true }).evaluateAll((all) => all.map((e) => getComputedStyle(e).printColorAdjust));
    if (route === PAGES.home || route === PAGES.gaps) expect(bars.length, route).toBeGreaterThan(0);
    expect(bars.filter((adjust) => adjust !== 'exact'), route).toEqual([]);
    expect(await overflow(page), route).toEqual([]);
    await page.emulateMedia({ media: null });
  }
  await open(page, site, PAGES.home);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ready for Head of Engineering');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBeLessThanOrEqual(2);
});
