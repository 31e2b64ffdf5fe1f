// The page of gaps: what it says in a sentence, the picture of all skills, the bands, and the rows that open.
//
// RATED for Head of Engineering is 62 % ready (see main-job.spec.mjs); 18 skills block the gate, 6 help, 3 are met.
import { test, expect, audit, open } from '../fixtures.mjs';
import { keep, LINKS, PAGES, PLANS, stored } from '../app.mjs';
import { logged } from '../workbench.mjs';

const row = (page, name) => page.getByRole('main').locator('.gap-row').filter({ has: page.getByRole('heading', { name, exact: true }) });
const band = (page, name) => page.getByRole('heading', { level: 2, name });

test('says what it comes to, and what each condition of the gate finds', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  await expect(page.getByText('You are 62 % ready. To be ready you need 26 steps in 18 skills. Strategic vision and Data-driven decisions weigh most.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The gate: none of four holds yet' })).toBeVisible();
  for (const line of ['Every critical skill at its level: Architecture is short', 'No skill far behind: 15 skills are two or more levels short', 'Readiness of 85 % or more: 62 %']) {
    await expect(page.getByRole('listitem').filter({ hasText: line })).toBeVisible();
  }
  await expect(band(page, /^Blocks the gate\s*18$/)).toBeVisible();
  await expect(band(page, /^Helps, but does not block\s*6$/)).toBeVisible();
  await expect(band(page, /^Met\s*3$/)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('not rated by the guide');
});

test('looks at the stop before the destination too', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  const which = page.getByRole('group', { name: 'Which title' });
  await which.getByRole('button', { name: 'Director of Engineering 71 %' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What stands between you and Director of Engineering');
  await expect(page.getByText(/^You are 71\s% ready\./)).toBeVisible();
  await which.getByRole('button', { name: 'Head of Engineering 62 %' }).click();
  await expect(page.getByText(/^You are 62\s% ready\./)).toBeVisible();
});

test('while skills are unrated it says what holds whatever they turn out to be', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.gaps);
  await expect(page.getByText(/^With 9\sof\s27\sskills rated you are between 22 and 88\s% ready\. You need at least 9\ssteps in 5\sskills, whatever the other 18 turn out to be/)).toBeVisible();
  await expect(page.getByText('Five ratings narrow the range from 66 points to 42.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Rate 5 more' })).toHaveAttribute('href', '#/assess');
  const unrated = page.getByRole('button', { name: /^Unrated\s*18$/ });
  await expect(row(page, 'Communication')).toHaveCount(0);
  await unrated.press('Enter');
  await expect(unrated).toHaveAttribute('aria-expanded', 'true');
  await expect(unrated).toBeFocused();
  await expect(row(page, 'Communication').getByRole('img')).toHaveAccessibleName('Communication: unrated, 5 asked');
});

test('with nothing rated it asks for the first ratings', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.gaps);
  await expect(page.getByText('Nothing is rated yet, so all of it is open.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Rate 5 more' })).toBeVisible();
  await expect(band(page, /^Unrated\s*27$/)).toBeVisible();
});

test('once all is there it says that nothing more is needed', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.done));
  await open(page, site, PAGES.gaps);
  await expect(page.getByText('You are 100 % ready, and all four conditions of the gate hold: nothing more is needed.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The gate: all four hold' })).toBeVisible();
  await expect(band(page, /^Met\s*27$/)).toBeVisible();
});

test('a related path has no gate, and nothing is said to block one', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.related));
  await open(page, site, PAGES.gaps);
  await expect(page.getByText(/^You cover 70\s% of what Board Advisor asks/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No gate' })).toBeVisible();
  await expect(band(page, /^Short of what it asks/)).toBeVisible();
  await expect(page.getByText(/block/)).toHaveCount(0);
});

test('the whole row opens and closes, by mouse and by keyboard', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  const one = row(page, 'Communication');
  // The sentence that is worked out after the rest moves what is below it.
  await expect(page.getByText(/^If every second rating is a level off/)).toBeVisible();
  const name = one.getByRole('button', { name: 'Communication' });
  // Its far end and its bar are part of the target.
  for (const part of ['.gap-points', '.levels']) {
    await one.scrollIntoViewIfNeeded();
    const box = await one.locator(part).boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(name).toHaveAttribute('aria-expanded', 'true');
    await expect(one.getByText('Today, 3')).toBeVisible();
    await name.press('Space');
    await expect(name).toHaveAttribute('aria-expanded', 'false');
    await expect(one.getByText('Today, 3')).toHaveCount(0);
  }
  const line = await one.locator('.gap-line').boundingBox();
  expect(line.height).toBeGreaterThanOrEqual(44);
  // What one step adds is what the sum says.
  await name.press('Enter');
  await expect(one.getByText(/^1\.0\spoints of readiness, and 1\.\d for Director of Engineering$/)).toBeVisible();
});

test('rough ratings are the pale end of the bar, in a sentence, and say how firm the heaviest gaps are', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  const said = page.getByText(/^If every second rating is a level off, up as often as down, the figure lies between \d+ and \d+\s% in eight of ten cases/);
  await expect(said).toBeVisible();
  const [, from, to] = /between (\d+) and (\d+)\s%/.exec(await said.textContent());
  expect(Number(from)).toBeLessThan(62);
  expect(Number(to)).toBeGreaterThanOrEqual(62);
  // The bar's ends are the sentence's, the mark is in the key, and neither is hidden from those who do not see it.
  await expect(page.locator('.range-low').first()).toHaveText(from);
  await expect(page.locator('.range-high').first()).toHaveText(to);
  await expect(page.getByRole('list', { name: 'Key' }).first().getByRole('listitem')).toHaveText(['you', 'with rough ratings']);
  expect(await said.evaluate((e) => e.closest('[aria-hidden]'))).toBe(null);
  const first = row(page, 'Strategic Vision');
  await first.getByRole('button').click();
  await expect(first.getByRole('definition').filter({ hasText: /^One of your three heaviest gaps in (\d+|more than 99)\sof\s100 re-runs with rough ratings\.$/ })).toBeVisible();
  const light = row(page, 'Adaptability');
  await light.getByRole('button').click();
  await expect(light.getByText('Today, 3')).toBeVisible();
  await expect(light.getByText('How firm')).toHaveCount(0);
  // Of the other title they are other figures, and the same again for the same.
  const which = page.getByRole('group', { name: 'Which title' });
  await which.getByRole('button', { name: /^Director/ }).click();
  await expect(said).not.toHaveText(new RegExp(`between ${from} and`));
  await which.getByRole('button', { name: /^Head/ }).click();
  await expect(said).toHaveText(new RegExp(`between ${from} and ${to}\\s%`));
});

test('a rating of 3 or more without evidence is marked so in its row, and said once', async ({ page, site }) => {
  await keep(page, site, stored(logged));
  await open(page, site, PAGES.gaps);
  const said = page.getByText(/^\d+\sratings of 3 or more have no evidence yet\./);
  await expect(said.getByRole('link', { name: 'Note what shows them' })).toHaveAttribute('href', '#/evidence');
  const count = parseInt(await said.textContent(), 10);
  await page.getByRole('button', { name: /^Met/ }).click();
  await expect(page.locator('.gap-evidence.none')).toHaveCount(count);
  await expect(row(page, 'Communication').locator('.gap-evidence')).toHaveText('none');
  await expect(row(page, 'Leadership & Team Development').locator('.gap-evidence')).toHaveText('1 in the log');
  await expect(row(page, 'Mentorship & Coaching').locator('.gap-evidence')).toHaveText('1 up to 2');
  // A rating below 3 shows itself.
  await expect(row(page, 'AI/ML Integration').locator('.gap-evidence')).toHaveText('');
  await row(page, 'Communication').getByRole('button').click();
  await expect(row(page, 'Communication').getByText('Nothing shows your 3 yet.')).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await row(page, 'Communication').getByRole('link', { name: 'Note what does' }).click();
  await expect(page).toHaveURL(`${site.url}#/assess/skill/communication`);
  await expect(page.getByText('Add evidence Nothing shows your 3 yet.')).toBeVisible();
});

test('without any evidence no row repeats that there is none', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  await expect(page.getByText('19 ratings of 3 or more have no evidence yet.')).toBeVisible();
  await expect(page.locator('.gap-evidence:visible')).toHaveCount(0);
  await row(page, 'Communication').getByRole('button').click();
  await expect(row(page, 'Communication').getByText('Nothing shows your 3 yet.')).toBeVisible();
});

for (const width of [320, 360, 768, 1280, 1600]) {
  test(`the picture of all skills is drawn for its room, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.gaps);
    const picture = page.getByRole('img', { name: /^27\sskills: 62\s% of what Head of Engineering asks is there; 18 block the gate, 6 help, 3 are met\./ });
    await expect(picture).toBeVisible();
    const sizes = await picture.evaluate((svg) => {
      const edge = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((t) => ({ size: parseFloat(getComputedStyle(t).fontSize), box: t.getBoundingClientRect() }));
      return { scale: edge.width / svg.viewBox.baseVal.width, least: Math.min(...texts.map((t) => t.size)), out: texts.filter((t) => t.box.left < edge.left - 1 || t.box.right > edge.right + 1).length, page: document.documentElement.scrollWidth - innerWidth };
    });
    expect(sizes.scale).toBeCloseTo(1, 2);
    expect(sizes.least).toBeGreaterThanOrEqual(12);
    expect(sizes.out).toBe(0);
    expect(sizes.page).toBeLessThanOrEqual(0);
  });
}

for (const width of [320, 1280]) {
  test(`the arithmetic keeps its last column in view, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.gaps);
    await row(page, 'Communication').getByRole('button').click();
    await page.getByRole('main').getByText('How this is worked out').first().click();
    await row(page, 'Communication').getByText('How this is worked out').click();
    await expect(page.getByRole('table')).toHaveCount(2);
    for (const table of await page.getByRole('table').all()) {
      await expect(table.getByRole('columnheader', { name: 'Rests on' })).toHaveCount(1);
      const last = table.getByRole('row').nth(1).getByRole('cell').last();
      await expect(last).toContainText('Importance: the guide.');
      const box = await last.boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
  });
}

for (const [state, plan] of Object.entries({ started: PLANS.started, half: PLANS.half, rated: PLANS.rated, done: PLANS.done, related: PLANS.related })) {
  for (const width of [360, 1280]) {
    test(`is free of accessibility faults: ${state}, ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await keep(page, site, stored(plan));
      await open(page, site, PAGES.gaps);
      await expect(page.locator('.fold button')).not.toHaveCount(0);
      for (const folded of await page.locator('.fold button').all()) await folded.click();
      await page.locator('.gap-row button').first().click();
      expect(await audit(page)).toEqual([]);
    });
  }
}

for (const width of [320, 360, 390, 768, 1280]) {
  test(`nothing in a row meets anything else, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await keep(page, site, stored(logged));
    await open(page, site, PAGES.gaps);
    await expect(page.locator('.gap-line')).not.toHaveCount(0);
    const meets = await page.locator('.gap-line').evaluateAll((lines) => lines.flatMap((line) => {
      const found = [];
      for (const part of line.children) {
        const range = document.createRange();
        range.selectNodeContents(part);
        // What is for the ear alone has no room of its own.
        for (const hidden of part.querySelectorAll('.hush')) range.setEndBefore(hidden);
        const box = part.matches('.levels') ? part.getBoundingClientRect() : range.getBoundingClientRect();
        if (box.width > 0) found.push({ what: part.textContent || part.className, box });
      }
      return found.flatMap((one, at) => found.slice(at + 1).filter((other) => one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1 && one.box.top < other.box.bottom - 3 && other.box.top < one.box.bottom - 3).map((other) => `${one.what} meets ${other.what}`));
    }));
    expect(meets).toEqual([]);
  });
}

test('print has the bars, and neither buttons nor what is folded', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.gaps);
  await page.emulateMedia({ media: 'print' });
  await expect(row(page, 'Communication').getByRole('img')).toBeVisible();
  expect(await page.locator('.levels i.need').first().evaluate((e) => getComputedStyle(e).printColorAdjust)).toBe('exact');
  for (const hidden of [page.getByRole('group', { name: 'Which skills' }), page.getByRole('group', { name: 'Which title' }), page.getByText('The same as a table')]) {
    await expect(hidden).toBeHidden();
  }
});

test('somebody else’s gaps speak of them, and offer no rating', async ({ page, site }) => {
  await open(page, site, LINKS.shared);
  await page.getByRole('button', { name: 'Show their levels' }).click();
  const first = page.getByRole('main').locator('.gap-row').first();
  await first.getByRole('button').click();
  await expect(first.getByText(/^They can/).first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /^Rate/ })).toHaveCount(0);
  // How rough their ratings are, and what stands behind them, is nothing that a link says.
  await expect(page.getByRole('main')).not.toContainText(/no evidence|\brough\b|in the log|Nothing shows/);
  await expect(page.locator('.gap-evidence:visible')).toHaveCount(0);
});
