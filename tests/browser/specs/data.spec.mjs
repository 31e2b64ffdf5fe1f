// The data page and what it stands for: nothing is lost, whatever becomes of storage.
import { readFile, writeFile } from 'node:fs/promises';
import { test, expect, open, turn, ready, audit, overflow } from '../fixtures.mjs';
import { ASIDE, OLD_ASIDE, OLD_SLOTS, PAGES, PLANS, SLOT, keep, plain, saved, slot, stored, storedAtFirst, texts } from '../app.mjs';

/** What became of a backup or a restored file. */
const status = (page) => page.getByRole('main').getByRole('status').first();
const restore = (page, text, name = 'plan.json') => page.getByLabel(/^Restore from a file/).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
const download = async (page, press) => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
};
const rate = (page, level) => page.locator(`label[for=level-${level}]`).click();
const envelope = ({ goals = [], ...plan }, more = {}) => JSON.stringify({
  app: 'career-explorer', schema: 2, pack: { id: 'head-of-engineering', version: 1 }, plan: { ...plan, goals: Object.fromEntries(goals.map((id) => [id, true])) }, ...more,
});

test('a backup brings everything back after erasing, and both can be undone', async ({ page, site }) => {
  const evidence = { communication: 'Ran the <b>review</b> & wrote it up' };
  await keep(page, site, stored({ ...PLANS.half, evidence }));
  await open(page, site, PAGES.data);
  const file = await download(page, () => page.getByRole('button', { name: 'Back up' }).click());
  expect(file.name).toMatch(/^career-plan-head-of-engineering-\d{4}-\d\d-\d\d\.json$/);
  const before = plain(JSON.parse(file.text).plan);
  expect(before).toMatchObject({ ...PLANS.half, evidence });

  await page.getByRole('button', { name: 'Erase my plan' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(await saved(page)).toMatchObject(PLANS.half);
  await page.getByRole('button', { name: 'Erase my plan' }).click();
  await page.getByRole('button', { name: 'Erase it now' }).click();
  await expect(page.getByText('There is no plan here now.')).toBeVisible();
  // Nothing of it is left anywhere.
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/communication|the review|before the review|engineering-manager/i);
  await page.getByRole('main').getByRole('button', { name: 'Undo: erased plan' }).click();
  await expect.poll(() => saved(page)).toEqual(before);
  await page.getByRole('button', { name: 'Redo: erased plan' }).click();
  await expect.poll(() => saved(page)).not.toEqual(before);

  await restore(page, file.text);
  await expect(status(page)).toContainText('The plan from the file is now your plan.');
  expect(await saved(page)).toEqual(before);
  await page.getByRole('main').getByRole('button', { name: 'Undo: restored backup' }).click();
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
  const kept = stored(PLANS.rated).value;
  for (const [text, why] of [
    ['', 'it is no backup, or a part of it is missing'],
    [envelope(PLANS.rated).slice(0, -20), 'it is no backup, or a part of it is missing'],
    ['{"app":"<img src=x onerror=alert(1)>"}', 'is not a plan from this app'],
    [envelope(PLANS.rated, { schema: 9 }), 'saved by a newer version of the app (format 9'],
    [kept.replace('"years":7', '"years":8'), 'was changed or cut off'],
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
  // What has no place is kept all the same, and counts for nothing.
  const { years, ratings } = await saved(page);
  expect({ years, ratings }).toEqual({ years: 8, ratings: { communication: 9, leadership: 4, 'a <b>skill</b>': 2 } });
  await turn(page, '#/gaps');
  await expect(page.getByText('1 of 27 skills rated.')).toBeVisible();
});

test('a damaged copy is said, set aside and downloadable, and the sound one is shown', async ({ page, site }) => {
  const sound = stored(PLANS.rated, 4);
  const damaged = stored(PLANS.half, 5).value.replace('"years":7', '"years":9');
  await keep(page, site, sound, { ...stored(PLANS.half, 5), value: damaged });
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
  expect(await texts(page, ASIDE)).toEqual([]);
  await page.getByRole('button', { name: 'Put them back' }).click();
  expect((await download(page, () => page.getByRole('button', { name: 'Save damaged copy 1' }).click())).text).toBe(damaged);
});

test('with both copies damaged the app starts empty and loses neither', async ({ page, site }) => {
  const damaged = ['not a slot <script>alert(1)</script>', stored(PLANS.half, 5).value.slice(0, 80)];
  await keep(page, site, ...damaged.map((value, i) => ({ key: `${SLOT}x-${i}`, value })));
  await open(page, site, PAGES.data);
  const copies = [];
  for (const number of [1, 2]) copies.push((await download(page, () => page.getByRole('button', { name: `Save damaged copy ${number}` }).click())).text);
  expect(copies.sort()).toEqual([...damaged].sort());
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
  await open(page, site, '#/assess/skill/software-architecture');
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await rate(page, '3');
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  await open(page, site, '#/assess/skill/cloud-computing');
  await rate(page, '2');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('button', { name: 'Ask the browser to keep my plan' }).click();
  await expect(page.getByText('The browser has promised not to clear it')).toBeVisible();
  expect(await page.evaluate(() => window.asked)).toBe(2);
});

test('an edit is saved by itself, and at once when the page is left', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess);
  const slots = async () => (await texts(page)).join();
  await rate(page, '3');
  // Read as it is: nothing but time may have passed.
  await expect.poll(slots).toMatch(/"ratings":\{"[a-z-]+":3\}/);
  // In one go, so that no time passes.
  const leave = () => page.evaluate(() => { document.getElementById('level-5').click(); location.reload(); });
  await Promise.all([page.waitForEvent('load'), leave()]);
  await expect.poll(slots).toMatch(/"ratings":\{[^}]*"[a-z-]+":5/);
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
  expect(Object.values((await saved(page)).ratings).sort()).toEqual([3, 4]);
});

test('two tabs that edit at once both keep their edits', async ({ context, site }) => {
  const tabs = [await context.newPage(), await context.newPage()];
  // A skill that has a rating stays on its page when it is rated again.
  await keep(tabs[0], site, stored({ ...PLANS.started, ratings: { communication: 5, leadership: 5 } }));
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
    await open(tab, site, '#/gaps');
    await expect(tab.getByText('2 of 27 skills rated.')).toBeVisible();
    await expect(tab.getByRole('img', { name: /^Communication: 2\sof\s5 asked/ })).toBeVisible();
  }
  // Erasing in one erases in both.
  await open(tabs[1], site, '#/data');
  await tabs[1].getByRole('button', { name: 'Erase my plan' }).click();
  await tabs[1].getByRole('button', { name: 'Erase it now' }).click();
  await expect(tabs[0].getByText('2 of 27 skills rated.')).toBeHidden();
});

for (const colorScheme of ['light', 'dark']) {
  test(`each state of the page is accessible and fits, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await keep(page, site, stored(PLANS.half, 4), { key: `${SLOT}x-5`, value: 'damaged' });
    await open(page, site, PAGES.data);
    await restore(page, envelope({ ...PLANS.half, goals: ['goal-of-old'] }));
    await expect(status(page)).toContainText('goal-of-old');
    await page.getByRole('button', { name: 'Erase my plan' }).click();
    expect(await audit(page, 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Remove the damaged copies' }).click();
    expect(await audit(page, 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Put them back' }).click();
    await page.getByRole('button', { name: 'Erase it now' }).click();
    await expect(page.getByRole('button', { name: 'Remove the damaged copies' })).toBeHidden();
    expect(await texts(page, ASIDE)).toEqual([]);
    await restore(page, 'x');
    await expect(status(page)).toContainText('no backup');
    expect(await audit(page, 'main')).toEqual([]);
    for (const width of [320, 600, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toEqual([]);
    }
  });
}

test('three tabs that edit in the same millisecond lose nothing, round after round', async ({ context, site }) => {
  test.slow();
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()];
  await keep(tabs[0], site, stored({ ...PLANS.started, ratings: { communication: 5, leadership: 5, mentorship: 5 } }));
  const skills = ['communication', 'leadership', 'mentorship'];
  await Promise.all(tabs.map((tab, i) => open(tab, site, `#/assess/skill/${skills[i]}`)));
  const ROUNDS = 20;
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = Date.now() + 150;
    // Each presses at the same instant, by the clock, and saves at once, as on leaving.
    await Promise.all(tabs.map((tab) => tab.evaluate(([when, level]) => new Promise((done) => {
      const press = () => {
        if (Date.now() < when) return setTimeout(press);
        document.getElementById(`level-${level}`).click();
        dispatchEvent(new Event('pagehide'));
        return done();
      };
      press();
    }), [at, round % 5 + 1])));
    const expected = Object.fromEntries(skills.map((skill) => [skill, round % 5 + 1]));
    for (const tab of tabs) await expect.poll(async () => (await saved(tab)).ratings, `round ${round}`).toEqual(expected);
  }
  // None of it hangs on a tab that is open.
  const last = (ROUNDS - 1) % 5 + 1;
  await Promise.all(tabs.slice(1).map((tab) => tab.close()));
  await tabs[0].reload();
  await ready(tabs[0]);
  expect((await saved(tabs[0])).ratings).toEqual(Object.fromEntries(skills.map((skill) => [skill, last])));
  await expect.poll(async () => (await texts(tabs[0])).length).toBeLessThanOrEqual(2);
});

test('without locks they lose nothing either', async ({ context, site }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));
  const tabs = [await context.newPage(), await context.newPage()];
  await keep(tabs[0], site, stored(PLANS.started));
  const skills = ['communication', 'leadership'];
  await Promise.all(tabs.map((tab, i) => open(tab, site, `#/assess/skill/${skills[i]}`)));
  await Promise.all(tabs.map((tab) => rate(tab, '4')));
  for (const tab of tabs) await expect.poll(async () => (await saved(tab)).ratings).toEqual({ communication: 4, leadership: 4 });
});

test('what the first version kept is moved, and its open tab loses nothing', async ({ page, context, site }) => {
  const plan = { ...PLANS.started, ratings: { leadership: 3 }, goals: ['goal-partners'], snapshots: [] };
  await keep(page, site, storedAtFirst(plan, 6), { key: OLD_ASIDE[0], value: 'damaged once' }, { key: 'career-explorer.theme', value: 'dark' });
  await open(page, site, PAGES.data);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Save damaged copy 1' })).toBeVisible();
  await expect.poll(() => texts(page)).toHaveLength(1);
  expect(await saved(page)).toMatchObject({ ...PLANS.started, ratings: { leadership: 3 }, goals: ['goal-partners'] });
  // A tab of the first version is still open, and rates something.
  const old = await context.newPage();
  await old.goto(`${site.origin}/empty`);
  const { key, value } = storedAtFirst({ ...plan, ratings: { leadership: 3, communication: 5 } }, 7);
  await old.evaluate(([k, v]) => localStorage.setItem(k, v), [key, value]);
  await expect.poll(async () => (await saved(page)).ratings).toEqual({ leadership: 3, communication: 5 });
  await page.reload();
  await ready(page);
  await expect.poll(() => page.evaluate((keys) => keys.filter((k) => localStorage.getItem(k) !== null), [...OLD_SLOTS, ...OLD_ASIDE, 'career-explorer.theme'])).toEqual([]);
  expect((await saved(page)).ratings).toEqual({ leadership: 3, communication: 5 });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

const NEWER = slot(60, JSON.stringify({ app: 'career-explorer', schema: 3, pack: { id: 'head-of-engineering', version: 2 }, plan: { people: [] } }));

test('a plan of a newer version is named as such at the start, and never touched', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated, 4), { key: `${SLOT}newer-60`, value: NEWER });
  await open(page, site, PAGES.assess.concat('/skill/communication'));
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('Your plan was saved by a newer version of this app.');
  await expect(notice).toContainText('format 3');
  await expect(notice).not.toContainText('damaged');
  const before = await page.evaluate(() => ({ ...localStorage }));
  await rate(page, '1');
  await rate(page, '5');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(before);
  await Promise.all([page.waitForEvent('load'), notice.getByRole('button', { name: 'Reload the page' }).click()]);
  await ready(page);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(before);
});

test('a newer version in another tab stops this one from writing', async ({ page, context, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess.concat('/skill/communication'));
  await rate(page, '2');
  await expect.poll(async () => (await saved(page)).ratings).toEqual({ communication: 2 });
  const newer = await context.newPage();
  await newer.goto(`${site.origin}/empty`);
  await newer.evaluate(([k, v]) => localStorage.setItem(k, v), [`${SLOT}newer-60`, NEWER]);
  await expect(page.getByRole('alert')).toContainText('newer version');
  const before = await page.evaluate(() => ({ ...localStorage }));
  await rate(page, '3');
  await rate(page, '4');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(before);
});

test('what a newer version put beside it is carried through an edit', async ({ page, site }) => {
  const future = { ...PLANS.started, mood: { today: ['good'] }, ratings: { leadership: { level: 4 } }, pace: { weeks_off: 6 } };
  await keep(page, site, stored(future));
  await open(page, site, PAGES.assess.concat('/skill/communication'));
  await rate(page, '2');
  await expect.poll(() => saved(page)).toMatchObject({ mood: { today: ['good'] }, ratings: { leadership: { level: 4 }, communication: 2 }, pace: { weeks_off: 6 } });
});

test('a storage that is cleared while the page is open gets the plan again', async ({ page, context, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.gaps);
  const other = await context.newPage();
  await other.goto(`${site.origin}/empty`);
  await other.evaluate(() => localStorage.clear());
  await expect(page.getByRole('alert')).toContainText('storage for this page was cleared');
  await expect.poll(() => saved(other)).toMatchObject(PLANS.half);
});

for (const takes of ['Keep the plan in this tab', 'Take the other plan']) {
  test(`where a new plan was begun meanwhile the person chooses: ${takes}`, async ({ page, context, site }) => {
    await keep(page, site, stored(PLANS.half, 9));
    await open(page, site, PAGES.data);
    const other = await context.newPage();
    await other.goto(`${site.origin}/empty`);
    // The storage is cleared and a new plan begun before the open tab hears of either.
    const { key, value } = stored({ ...PLANS.started, years: 3 }, 1, `${SLOT}new-1`);
    const begun = value.replace('"by":"test","seen":{"test":1}', '"by":"new","seen":{"new":1}');
    const sealed = slot(1, begun.slice(begun.indexOf('\n') + 1));
    await other.evaluate(([k, v]) => { localStorage.clear(); localStorage.setItem(k, v); }, [key, sealed]);
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('There are two plans in this browser.');
    expect(await audit(page, '.notices')).toEqual([]);
    await notice.getByRole('button', { name: takes }).click();
    await expect(notice).toBeEmpty();
    const keeps = takes.startsWith('Keep');
    await expect.poll(async () => { const { years, snapshots } = await saved(page); return [years, snapshots.map((one) => one.plan.years)]; }).toEqual(keeps ? [7, [3]] : [3, [7]]);
    await expect(page.getByText('The plan that I did not choose')).toBeVisible();
    await page.getByRole('button', { name: 'Undo: choice of a plan' }).click();
    await expect.poll(async () => (await saved(page)).years).toBe(7);
  });
}

test('a write that the browser ignores is noticed, and saved later', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess.concat('/skill/communication'));
  await page.evaluate(() => { window.setItem = Storage.prototype.setItem; Storage.prototype.setItem = () => {}; });
  await rate(page, '3');
  await expect(page.getByRole('alert')).toContainText('The browser did not keep what was saved.');
  await turn(page, '#/data');
  await page.getByRole('button', { name: 'Erase my plan' }).click();
  await page.getByRole('button', { name: 'Erase it now' }).click();
  await expect(page.getByRole('main')).toContainText('Not all of it could be erased');
  await page.getByRole('main').getByRole('button', { name: 'Undo: erased plan' }).click();
  await page.evaluate(() => { Storage.prototype.setItem = window.setItem; });
  await expect.poll(async () => (await saved(page))?.ratings).toEqual({ communication: 3 });
  await expect(page.getByRole('alert')).toBeEmpty();
});

test('a storage that cannot be read at first is not written over', async ({ page, site }) => {
  await page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    window.readable = false;
    Storage.prototype.getItem = function read(key) {
      if (!window.readable) throw new Error('no');
      return getItem.call(this, key);
    };
  });
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.data);
  await expect(page.getByRole('alert')).toContainText('Saving did not work.');
  await page.evaluate(() => { window.readable = true; });
  await expect(page.getByRole('alert')).toBeEmpty({ timeout: 15_000 });
  expect(await saved(page)).toMatchObject(PLANS.half);
  await turn(page, '#/gaps');
  await expect(page.getByText('9 of 27 skills rated.')).toBeVisible();
});

test('a backup that is too much is refused with its reason, and a large one opens at once', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.data);
  const before = await saved(page);
  const many = (count) => envelope({ ...PLANS.half, ratings: Object.fromEntries(Array.from({ length: count }, (_, i) => [`skill-${i}`, 3])) });
  for (const [text, said] of [
    [many(200_000), 'has 200005 entries, and at most 50000'],
    [envelope({ ...PLANS.half, route: Array(100_000).fill('gone') }), 'at most 50000'],
  ]) {
    const large = test.info().outputPath('many.json');
    await writeFile(large, text);
    const begun = Date.now();
    await page.getByLabel(/^Restore from a file/).setInputFiles(large);
    await expect(status(page)).toContainText(said);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(await saved(page)).toEqual(before);
  }
  await restore(page, many(40_000));
  await expect(status(page)).toContainText('and 39990 more');
  await expect.poll(async () => Object.keys((await saved(page)).ratings).length).toBe(40_000);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible();
});

test('snapshots are listed, looked at, compared, restored and dropped, and each can be undone', async ({ page, site }) => {
  const earlier = { ...PLANS.started, ratings: { communication: 1 }, evidence: { communication: 'Ran <b>it</b>' } };
  await keep(page, site, stored({ ...PLANS.half, snapshots: [{ name: 'Before the review', day: '2026-05-01', plan: earlier }] }));
  await open(page, site, PAGES.data);
  const list = page.locator('.snapshots');
  await expect(list.getByRole('listitem')).toContainText('Before the review · 1 May 2026 · ');
  await expect(list.getByRole('listitem')).toContainText('ready for Head of Engineering');
  await list.getByRole('button', { name: 'Look: Before the review' }).click();
  await expect(list).toContainText('Ran <b>it</b>');
  await expect(list.getByRole('button', { name: 'Look: Before the review' })).toHaveAttribute('aria-expanded', 'true');
  expect(await audit(page, '.snapshots')).toEqual([]);
  await list.getByRole('button', { name: 'Compare with now: Before the review' }).click();
  await expect(list.getByRole('row', { name: /^Communication/ })).toContainText('1');
  expect(await saved(page)).toMatchObject(PLANS.half);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }

  await list.getByRole('button', { name: 'Restore: Before the review' }).click();
  await expect(page.locator('#take-back')).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect.poll(async () => (await saved(page)).ratings).toEqual({ communication: 1 });
  await page.locator('#take-back').click();
  await expect.poll(async () => (await saved(page)).ratings).toEqual(PLANS.half.ratings);
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await page.getByLabel('Name of the snapshot').fill('In autumn');
  await page.getByRole('button', { name: 'Keep a snapshot now' }).click();
  await expect(list.getByRole('listitem').first()).toContainText('In autumn');
  await list.getByRole('button', { name: 'Drop: Before the review' }).click();
  await expect(page.locator('#take-back')).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.locator('#take-back').click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect.poll(async () => (await saved(page)).snapshots.map((one) => one.name)).toEqual(['Before the review', 'In autumn']);

  // What was undone elsewhere is no longer offered here: the button would take back the edit before it. Done again, it is the same edit.
  const names = async () => (await saved(page)).snapshots.map((one) => one.name);
  await list.getByRole('button', { name: 'Drop: In autumn' }).click();
  await list.getByRole('button', { name: 'Drop: Before the review' }).click();
  await expect(page.locator('#take-back')).toHaveText('Undo: removal of a snapshot');
  await page.locator('#undo').click();
  await expect.poll(names).toEqual(['Before the review']);
  await expect(page.locator('#take-back')).toHaveCount(0);
  await page.locator('#redo').click();
  await expect(page.locator('#take-back')).toBeVisible();
  await page.locator('#take-back').click();
  await expect.poll(names).toEqual(['Before the review']);
});

test('the words for a restored plan keep their Undo only while it takes that back', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.data);
  const { text } = await download(page, () => page.getByRole('button', { name: 'Back up' }).click());
  const undo = page.getByRole('main').getByRole('button', { name: 'Undo: restored backup' });
  await restore(page, text);
  await expect(status(page)).toContainText('The plan in the file was the same as yours: nothing changed.');
  await expect(undo).toHaveCount(0);
  await restore(page, envelope({ ...PLANS.half, years: 21 }));
  await expect(status(page)).toContainText('The plan from the file is now your plan.');
  await expect(undo).toBeVisible();
  await page.getByRole('button', { name: 'Keep a snapshot now' }).click();
  await expect(undo).toHaveCount(0);
  await page.locator('#take-back').click();
  await expect(undo).toBeVisible();
  // Taken back elsewhere, it is not said any more; done again, it is.
  await page.locator('#undo').click();
  await expect(status(page)).toBeEmpty();
  await page.locator('#redo').click();
  await expect(status(page)).toContainText('The plan from the file is now your plan.');
});

test('evidence is saved as it is typed, counted against its limit, and comes back after an undo', async ({ page, site }) => {
  await keep(page, site, stored({ ...PLANS.started, evidence: { communication: 'Ran it' } }));
  await open(page, site, PAGES.assess.concat('/skill/communication'));
  const field = page.getByRole('textbox', { name: /^What shows it/ });
  await expect(field).toHaveValue('Ran it');
  await field.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' twice ');
  // Still in the field.
  await expect.poll(async () => (await saved(page)).evidence).toEqual({ communication: 'Ran it twice ' });
  await page.getByRole('button', { name: 'Undo: evidence note' }).click();
  await expect(field).toHaveValue('Ran it');
  await page.getByRole('button', { name: 'Redo: evidence note' }).click();
  await expect(field).toHaveValue('Ran it twice ');

  await field.fill('x'.repeat(1_900));
  await expect(page.locator('#evidence-count')).toHaveText('1900 of 2000 characters.');
  await field.fill('x'.repeat(2_001));
  await expect(page.locator('#evidence-count')).toContainText('1 too many');
  await expect(field).toHaveValue('x'.repeat(2_001));
  expect((await saved(page)).evidence.communication).toHaveLength(1_900);
  await field.fill('x'.repeat(2_000));
  await expect(page.locator('#evidence-count')).toContainText('no room for more');
  expect((await saved(page)).evidence.communication).toHaveLength(2_000);
  await field.fill('   ');
  await expect(field).toHaveValue('   ');
  await expect.poll(async () => (await saved(page)).evidence).toEqual({});
});
