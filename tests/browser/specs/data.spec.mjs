// The data page and what it stands for: nothing is lost, whatever becomes of storage.
import { readFile, writeFile } from 'node:fs/promises';
import { test, expect, open, ready, audit, overflow } from '../fixtures.mjs';
import { ASIDE, PAGES, PLANS, SLOTS, keep, saved, stored } from '../app.mjs';

const status = (page) => page.getByRole('main').getByRole('status');
const restore = (page, text, name = 'plan.json') => page.getByLabel(/^Restore from a file/).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
const download = async (page, press) => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
};
const rate = (page, level) => page.locator(`label[for=level-${level}]`).click();
const envelope = (plan, more = {}) => JSON.stringify({ app: 'career-explorer', schema: 1, pack: { id: 'head-of-engineering', version: 1 }, plan, ...more });

test('a backup brings everything back after erasing, and both can be undone', async ({ page, site }) => {
  const evidence = { communication: 'Ran the <b>review</b> & wrote it up' };
  await keep(page, site, stored({ ...PLANS.half, evidence }));
  await open(page, site, PAGES.data);
  const file = await download(page, () => page.getByRole('button', { name: 'Back up' }).click());
  expect(file.name).toMatch(/^career-plan-\d{4}-\d\d-\d\d\.json$/);
  const before = JSON.parse(file.text).plan;
  expect(before).toMatchObject({ ...PLANS.half, evidence });

  await page.getByRole('button', { name: 'Erase my plan' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(await saved(page)).toMatchObject(PLANS.half);
  await page.getByRole('button', { name: 'Erase my plan' }).click();
  await page.getByRole('button', { name: 'Erase it now' }).click();
  await expect(page.getByText('There is no plan here now.')).toBeVisible();
  // Nothing of it is left in either slot.
  for (const key of SLOTS) expect(await page.evaluate((k) => localStorage.getItem(k), key)).not.toContain('communication');
  await page.getByRole('main').getByRole('button', { name: 'Undo: erased plan' }).click();
  await expect.poll(() => saved(page)).toEqual(before);
  await page.getByRole('button', { name: 'Redo: erased plan' }).click();
  await expect.poll(() => saved(page)).not.toEqual(before);

  await restore(page, file.text);
  await expect(status(page)).toContainText('The plan from the file is now your plan.');
  expect(await saved(page)).toEqual(before);
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('There is no plan here now.')).toBeVisible();
  await page.getByRole('button', { name: 'Redo: restored backup' }).click();
  await expect.poll(() => saved(page)).toEqual(before);
  await page.reload();
  await ready(page);
  expect(await saved(page)).toEqual(before);
});

test('a file that cannot be restored says why, and changes nothing', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.data);
  const before = await saved(page);
  const slot = stored(PLANS.rated).value;
  for (const [text, why] of [
    ['', 'it is no backup, or a part of it is missing'],
    [envelope(PLANS.rated).slice(0, -20), 'it is no backup, or a part of it is missing'],
    ['{"app":"<img src=x onerror=alert(1)>"}', 'is not a plan from this app'],
    [envelope(PLANS.rated, { schema: 9 }), 'saved by a newer version of the app (format 9'],
    [slot.replace('"years":7', '"years":8'), 'was changed or cut off'],
  ]) {
    await restore(page, text);
    await expect(status(page)).toContainText(why);
    expect(await saved(page)).toEqual(before);
  }
  const large = test.info().outputPath('large.json');
  await writeFile(large, ' '.repeat(20_000_001));
  await page.getByLabel(/^Restore from a file/).setInputFiles(large);
  await expect(status(page)).toContainText('too large');
  // What can be read of a file is taken, and the rest is named.
  await restore(page, envelope({ ...PLANS.half, years: 8, goals: ['goal-of-old'], ratings: { communication: 9, leadership: 4, 'a <b>skill</b>': 2 } }, { pack: { id: 'other-guide', version: 3 } }));
  for (const words of ['ratings › communication', 'another guide, “other-guide”', 'a <b>skill</b>', 'goal-of-old']) await expect(status(page)).toContainText(words);
  const { years, ratings } = await saved(page);
  expect({ years, leadership: ratings.leadership, communication: ratings.communication }).toEqual({ years: 8, leadership: 4, communication: undefined });
});

test('a damaged copy is said, set aside and downloadable, and the sound one is shown', async ({ page, site }) => {
  const sound = stored(PLANS.rated, 4, SLOTS[0]);
  const damaged = stored(PLANS.half, 5, SLOTS[1]).value.replace('"years":7', '"years":9');
  await keep(page, site, sound, { key: SLOTS[1], value: damaged });
  await open(page, site, PAGES.gaps);
  await expect(page.getByText('27 of 27 skills rated.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('A saved copy of your plan was damaged.');
  await page.getByRole('alert').getByRole('link', { name: 'Keep my plan another way' }).click();
  const file = await download(page, () => page.getByRole('button', { name: 'Save damaged copy 1' }).click());
  expect(file.text).toBe(damaged);
  // It is kept until it is removed, and that can be undone.
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Remove the damaged copies' }).click();
  await expect(page.getByRole('button', { name: 'Put them back' })).toBeFocused();
  expect(await page.evaluate((k) => localStorage.getItem(k), ASIDE[1])).toBe(null);
  await page.getByRole('button', { name: 'Put them back' }).click();
  expect((await download(page, () => page.getByRole('button', { name: 'Save damaged copy 1' }).click())).text).toBe(damaged);
});

test('with both copies damaged the app starts empty and loses neither', async ({ page, site }) => {
  const texts = ['not a slot <script>alert(1)</script>', stored(PLANS.half, 5).value.slice(0, 80)];
  await keep(page, site, ...texts.map((value, i) => ({ key: SLOTS[i], value })));
  await open(page, site, PAGES.data);
  for (const [i, text] of texts.entries()) {
    expect((await download(page, () => page.getByRole('button', { name: `Save damaged copy ${i + 1}` }).click())).text).toBe(text);
  }
});

test('what changed in the guide since then is said', async ({ page, site }) => {
  await keep(page, site, stored({ ...PLANS.half, from: 'title-of-old', ratings: { leadership: 3, 'skill-of-old': 2 } }));
  await open(page, site, PAGES.data);
  await expect(page.getByRole('heading', { name: 'Since your plan was saved, the guide changed' })).toBeVisible();
  for (const id of ['title-of-old', 'skill-of-old']) await expect(page.getByRole('listitem').filter({ hasText: id })).toBeVisible();
});

test('the colours chosen are there before the app is', async ({ page, site }) => {
  await open(page, site, PAGES.data);
  await page.getByRole('group', { name: 'Colours' }).getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.route('**/*.wasm', () => {});
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.unrouteAll();
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'As on this device' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test('the browser is asked to keep the plan when it is worth it, and when the person asks', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    let granted = false;
    navigator.storage.persisted = async () => granted;
    navigator.storage.persist = async () => { window.asked += 1; granted = window.asked > 1; return granted; };
  });
  await keep(page, site, stored({ ...PLANS.started, ratings: Object.fromEntries(Object.entries(PLANS.rated.ratings).slice(10, 19)) }));
  await open(page, site, PAGES.assess);
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await rate(page, '3');
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  await rate(page, '2');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('button', { name: 'Ask the browser to keep my plan' }).click();
  await expect(page.getByText('The browser has promised not to clear it')).toBeVisible();
  expect(await page.evaluate(() => window.asked)).toBe(2);
});

test('an edit is saved by itself, and at once when the page is left', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess);
  const slots = () => page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)).join(), SLOTS);
  await rate(page, '3');
  // Read as it is: nothing but time may have passed.
  await expect.poll(slots).toMatch(/"ratings":\{"[a-z-]+":3\}/);
  // In one go, so that no time passes.
  const leave = () => page.evaluate(() => { document.getElementById('level-5').click(); location.reload(); });
  await Promise.all([page.waitForEvent('load'), leave()]);
  await expect.poll(slots).toMatch(/"ratings":\{"[a-z-]+":5\}/);
});

// Each way in which storage fails: how it is made to, and what is said.
const FAILURES = {
  blocked: {
    make: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }),
    said: 'This browser does not let the page save.',
  },
  missing: {
    make: () => Object.defineProperty(window, 'localStorage', { get: () => null }),
    said: 'This browser does not let the page save.',
  },
  full: {
    make: () => { Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); }; },
    said: 'storage for this site is full.',
  },
  throwing: {
    make: () => { for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = () => { throw new Error('no'); }; },
    said: 'Saving did not work.',
  },
};

for (const [name, { make, said }] of Object.entries(FAILURES)) {
  test(`with storage ${name} it is said and the app goes on`, async ({ page, site }) => {
    await page.addInitScript(make);
    await open(page, site);
    await page.getByLabel('I am').selectOption({ label: 'Engineering Manager' });
    await page.getByLabel('I want to be').selectOption({ label: 'Head of Engineering' });
    await page.getByLabel('Years so far').fill('7');
    await page.getByRole('button', { name: 'Plan my route' }).click();
    await expect(page.getByRole('alert')).toContainText(said);
    expect(await audit(page, '.notices')).toEqual([]);
    await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Assess' }).click();
    await rate(page, '3');
    await page.getByRole('alert').getByRole('link', { name: 'Keep my plan another way' }).click();
    await expect(page.getByRole('main')).toContainText(said);
    const file = await download(page, () => page.getByRole('button', { name: 'Back up' }).click());
    expect(JSON.parse(file.text).plan).toMatchObject({ to: 'head-of-engineering', years: 7 });
    expect(Object.values(JSON.parse(file.text).plan.ratings)).toEqual([3]);
    await page.getByRole('button', { name: 'Hide this' }).click();
    await expect(page.getByRole('alert')).toBeEmpty();
  });
}

test('when there is room again the plan is saved, and the notice goes', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess);
  await page.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await rate(page, '3');
  await expect(page.getByRole('alert')).toContainText('full');
  await page.evaluate(() => { Storage.prototype.setItem = window.setItem; });
  await rate(page, '4');
  await expect(page.getByRole('alert')).toBeEmpty();
  expect(Object.values((await saved(page)).ratings)).toEqual([4]);
});

test('two tabs that edit at once both keep their edits', async ({ context, site }) => {
  const tabs = [await context.newPage(), await context.newPage()];
  await keep(tabs[0], site, stored(PLANS.started));
  const skills = ['communication', 'leadership'];
  await Promise.all(tabs.map((tab, i) => open(tab, site, `#/assess/skill/${skills[i]}`)));
  for (const round of ['1', '2', '3']) {
    await Promise.all(tabs.map((tab) => rate(tab, round)));
    for (const tab of tabs) await expect.poll(async () => (await saved(tab)).ratings).toEqual({ communication: Number(round), leadership: Number(round) });
  }
  // Each sees the other's, and takes back its own alone.
  await tabs[0].getByRole('button', { name: 'Undo: rating' }).click();
  await expect.poll(async () => (await saved(tabs[1])).ratings).toEqual({ communication: 2, leadership: 3 });
  for (const tab of tabs) {
    await tab.goto(`${site.url}#/gaps`);
    await expect(tab.getByText('2 of 27 skills rated.')).toBeVisible();
    await expect(tab.getByRole('img', { name: /^Communication: level 2/ })).toBeVisible();
  }
  // Erasing in one erases in both.
  await tabs[1].goto(`${site.url}#/data`);
  await tabs[1].getByRole('button', { name: 'Erase my plan' }).click();
  await tabs[1].getByRole('button', { name: 'Erase it now' }).click();
  await expect(tabs[0].getByText('2 of 27 skills rated.')).toBeHidden();
});

test('the snippet says what was set, and the preview shows it without touching the plan', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.data);
  const before = await saved(page);
  const code = page.getByLabel('Paste this where it should stand');
  const preview = page.frameLocator('iframe[title="Preview of the embedding"]');
  await expect(code).toHaveValue(`<script src="${site.url}embed.js" async></script>\n<career-explorer></career-explorer>`);
  await page.getByLabel('Current title').selectOption({ label: 'Technical Lead' });
  await page.getByLabel('Destination').selectOption({ label: 'Director of Engineering' });
  await page.getByLabel('Years of experience').fill('99');
  await page.getByLabel('Heading', { exact: true }).fill('Grow <here> & "there"');
  await page.getByLabel('Page', { exact: true }).selectOption({ label: 'Gaps' });
  await page.getByLabel('Visitors can send me their plan').check();
  await page.getByLabel('Height in pixels').fill('500');
  await page.getByLabel('Height in pixels').blur();
  const heading = 'heading="Grow &lt;here> &amp; &quot;there&quot;"';
  await expect(code).toHaveValue(new RegExp(`<career-explorer from="technical-lead" to="director-of-engineering" page="gaps" ${heading} height="500" handoff="1">`));
  await page.getByLabel('Years of experience').fill('6');
  await page.getByRole('button', { name: 'Plain frame' }).click();
  await expect(code).toHaveValue(new RegExp(`^<iframe src="${site.url.replaceAll('.', '\\.')}\\?embed=1&amp;from=technical-lead&amp;to=director-of-engineering&amp;years=6&amp;heading=Grow%20%3Chere%3E%20%26%20%22there%22#/gaps" title=`));

  await preview.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('What Director of Engineering asks of you');
  await expect(preview.getByRole('banner')).toContainText('Grow <here> & "there"');
  await preview.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Assess' }).click();
  await preview.locator('label[for=level-3]').click();
  await expect(preview.getByRole('main').getByText(/asks for \d/)).toBeVisible();
  expect(await saved(page)).toEqual(before);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([SLOTS[0]]);
});

for (const colorScheme of ['light', 'dark']) {
  test(`each state of the page is accessible and fits, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await keep(page, site, stored(PLANS.half, 4), { key: SLOTS[1], value: 'damaged' });
    await open(page, site, PAGES.data);
    await restore(page, envelope({ ...PLANS.half, goals: ['goal-of-old'] }));
    await expect(status(page)).toContainText('goal-of-old');
    await page.getByRole('button', { name: 'Erase my plan' }).click();
    expect(await audit(page, 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Erase it now' }).click();
    await restore(page, 'x');
    await expect(status(page)).toContainText('no backup');
    await page.getByRole('button', { name: 'Remove the damaged copies' }).click();
    expect(await audit(page, 'main')).toEqual([]);
    for (const width of [320, 600, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toEqual([]);
    }
  });
}
