// guide.html: the guide as a plain page, without scripts.
import { test, expect, audit, overflow } from '../fixtures.mjs';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole guide is there, with a table of contents that leads to it', async ({ page, site }) => {
    await page.goto(`${site.url}guide.html`);
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const links = page.getByRole('navigation').getByRole('link');
    expect(await links.count()).toBeGreaterThanOrEqual(6);
    for (const link of await links.all()) {
      const target = page.locator((await link.getAttribute('href')).replace('#', '[id="') + '"]');
      await expect(target.getByRole('heading', { level: 2 })).toHaveText(await link.innerText());
    }
  });

  test('entries have addresses', async ({ page, site }) => {
    for (const anchor of ['skills', 'skill-communication', 'title-head-of-engineering', 'moves']) {
      await page.goto(`${site.url}guide.html#${anchor}`);
      await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
    }
    const skill = page.locator('[id="skill-communication"]');
    await expect(skill.getByText(/^You can /)).toHaveCount(5);
    await expect(skill.getByText(/^Evidence, for example: /)).toHaveCount(3);
    await expect(skill.getByText('To read: William Zinsser, On Writing Well, 1976')).toBeVisible();
    await expect(page.locator('[id="title-head-of-engineering"]').getByText('What it asks for')).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`fits and passes axe: ${colorScheme}, ${width} px`, async ({ page, site }) => {
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.url}guide.html`);
      expect(await overflow(page)).toEqual([]);
      expect(await audit(page)).toEqual([]);
    });
  }
}

for (const width of [360, 794]) {
  test(`fits on paper of ${width} px`, async ({ page, site }) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width, height: 1100 });
    await page.goto(`${site.url}guide.html`);
    // The page has no padding then, so what ends beside the last word of a line is beside the paper.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await overflow(page)).toEqual([]);
  });
}

test('links into the app arrive', async ({ page, site }) => {
  await page.goto(`${site.url}guide.html`);
  await page.getByRole('link', { name: 'Head of Engineering on the map' }).click();
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  expect(page.url()).toBe(`${site.url}#/map/head-of-engineering`);
});
