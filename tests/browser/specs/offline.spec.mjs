// Installed and offline: the whole app after one visit, and updates that are whole or not at all.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, expect, audit, open, overflow, ready } from '../fixtures.mjs';
import { PAGES, PLANS, saved, stored } from '../app.mjs';
import { DIST } from '../server.mjs';

/** A plan, as a link carries it. */
const SHARED = '#/shared/wQEOAQIBAwQBEwYBB-5eD10';
const LIST = /const FILES = (\[\[.*?\]\]);/;

const digest = (bytes) => createHash('sha256').update(bytes).digest('base64url');
const bundled = async (folder) => (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

const made = [];
test.afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Another version of the bundle, marked with its name; the program has another address in it. `change` may spoil it further. */
async function version(name, change = async () => {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'version-'));
  made.push(folder);
  await cp(DIST, folder, { recursive: true });
  const file = (at) => path.join(folder, at);
  const program = (await bundled(folder)).find((at) => at.endsWith('_bg.wasm'));
  await rename(file(program), file(`${name}.wasm`));
  const page = await readFile(file('index.html'), 'utf8');
  await writeFile(file('index.html'), page.replaceAll(program, `${name}.wasm`).replace('<html', `<html data-version="${name}"`).replace(/ integrity="[^"]*"/g, ''));
  await change(file);
  const kept = (await bundled(folder)).filter((at) => at !== 'sw.js' && at !== '_headers');
  const list = await Promise.all(kept.map(async (at) => [at, digest(await readFile(file(at)))]));
  const worker = await readFile(file('sw.js'), 'utf8');
  await writeFile(file('sw.js'), worker.replace(LIST, `const FILES = ${JSON.stringify(list)};`).replace(/const VERSION = ".*?"/, `const VERSION = "${name}"`));
  return folder;
}

/** Waits until the app is kept whole. */
const installed = (page) => page.evaluate(async () => { await navigator.serviceWorker.ready; });
const running = (page) => page.evaluate(() => document.documentElement.dataset.version ?? 'first');
/** The versions that are kept. Beside them the worker keeps a record of which one runs. */
const caches = (page) => page.evaluate(async () => (await window.caches.keys()).filter((name) => name.startsWith('career-explorer')).map((name) => name.split(' ').pop()).filter((name) => name !== 'running'));
/** How many files of the first of them are kept. */
const files = (page) => page.evaluate(async () => {
  const name = (await window.caches.keys()).find((one) => one.startsWith('career-explorer') && !one.endsWith(' running'));
  return (await (await window.caches.open(name)).keys()).length;
});
const fresh = async (page, address) => {
  await page.goto('about:blank');
  await page.goto(address);
};

/** Looks for a new version, as the browser does at each visit: whether one is there, whole. */
const look = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  // Refused where the worker itself cannot be had.
  await registration.update().catch(() => {});
  for (let worker = registration.installing; worker; worker = registration.installing) {
    if (worker.state === 'installing') await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    else await new Promise(requestAnimationFrame);
  }
  return Boolean(registration.waiting);
});

/** Whether a new version waits. The running one once more does so for a moment only. */
const waits = (page) => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));

test('the app can be installed, and keeps each file by its digest', async ({ page, site }) => {
  await open(page, site);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(site.url + address)).json();
  expect(manifest).toMatchObject({ name: 'Career Explorer', start_url: './', scope: './', display: 'standalone' });
  for (const { src, sizes, type } of manifest.icons) {
    const response = await page.request.get(site.url + src);
    expect(response.headers()['content-type']).toBe(type);
    const bytes = await response.body();
    if (type === 'image/png') expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(manifest.icons.map((icon) => icon.purpose ?? 'any')).toContain('maskable');
  const [, list] = (await readFile(path.join(DIST, 'sw.js'), 'utf8')).match(LIST);
  const expected = await Promise.all((await bundled(DIST)).filter((at) => !['sw.js', '_headers'].includes(at)).map(async (at) => [at, digest(await readFile(path.join(DIST, at)))]));
  expect(JSON.parse(list).sort()).toEqual(expected.sort());
  await installed(page);
  expect(await files(page)).toBe(expected.length);
});

test('an embedded page keeps nothing', async ({ page, site }) => {
  await open(page, site, '?embed=1');
  await page.waitForLoadState('load');
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
  expect(site.requests.some((r) => r.path === 'sw.js')).toBe(false);
});

test('after one visit every page works with the network gone', async ({ page, site }) => {
  test.slow();
  await open(page, site);
  await installed(page);
  await site.unplug();
  for (const [name, route] of Object.entries(PAGES)) {
    await fresh(page, site.url + route);
    await ready(page);
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
  }
  await fresh(page, `${site.url}guide.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => [...document.styleSheets].length)).toBeGreaterThan(0);
  // A link that someone sent, opened for the first time.
  await fresh(page, site.url + SHARED);
  await ready(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('There is no page at this address');
  // And one's own work goes on.
  const { key, value } = stored(PLANS.started);
  await page.evaluate(([k, v]) => localStorage.setItem(k, v), [key, value]);
  await fresh(page, site.url + PAGES.assess);
  await ready(page);
  await page.locator('label[for=level-3]').click();
  await expect.poll(async () => Object.values((await saved(page)).ratings ?? {})).toEqual([3]);
});

test('start-up does not wait for the network', async ({ page, site }) => {
  await open(page, site);
  await installed(page);
  for (const name of await bundled(DIST)) site.fault(name, 'hang');
  await fresh(page, `${site.url}#/guide`);
  await ready(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a new version is whole, and takes over when the person says so', async ({ context, page, site }) => {
  await open(page, site);
  await installed(page);
  await page.evaluate(() => window.caches.open('someone else’s'));
  await fresh(page, `${site.url}#/guide`);
  await ready(page);
  const other = await context.newPage();
  await open(other, site, '#/map');
  site.swap(await version('second'));

  expect(await look(page)).toBe(true);
  const offer = (tab) => tab.getByRole('status').filter({ hasText: 'A new version is ready.' });
  for (const tab of [page, other]) await expect(offer(tab)).toBeVisible();
  // Until then the old one serves, also a tab that is opened now, and also one that is loaded again.
  for (const tab of [page, other]) await tab.evaluate(() => { window.untouched = true; });
  const third = await context.newPage();
  await open(third, site);
  expect(await running(third)).toBe('first');
  await expect(offer(third)).toBeVisible();
  await third.reload();
  await ready(third);
  expect(await running(third)).toBe('first');
  await third.close();
  expect((await caches(page)).length).toBe(2);

  await Promise.all([page.waitForEvent('load'), offer(page).getByRole('button', { name: 'Update now' }).click()]);
  await ready(page);
  expect(await running(page)).toBe('second');
  expect(new URL(page.url()).hash).toBe('#/guide');
  // No reload that nobody asked for; this tab takes it when its person says so, and what it shows is kept until then.
  expect([await running(other), await other.evaluate(() => window.untouched)]).toEqual(['first', true]);
  expect((await caches(page)).length).toBe(2);
  await Promise.all([other.waitForEvent('load'), offer(other).getByRole('button', { name: 'Update now' }).click()]);
  await ready(other);
  expect(await running(other)).toBe('second');
  await expect.poll(() => caches(page)).toEqual(['second']);
  expect(await page.evaluate(() => window.caches.has('someone else’s'))).toBe(true);
  await site.unplug();
  await fresh(page, `${site.url}#/map`);
  await ready(page);
  expect(await running(page)).toBe('second');
});

/** Gives the later part of a version's program a name of its own, as a real version has it: the digest in it covers the whole program. */
const renamed = (name) => async (file) => {
  const all = await bundled(file('.'));
  const part = all.find((at) => /^split_planner.*\.wasm$/.test(at));
  await rename(file(part), file(`split_${name}.wasm`));
  for (const at of all.filter((one) => /\.(js|html)$/.test(one) && one !== 'sw.js')) {
    const text = await readFile(file(at), 'utf8');
    if (text.includes(part)) await writeFile(file(at), text.replaceAll(part, `split_${name}.wasm`));
  }
};

test.describe('an update that was accepted in one tab', () => {
  test.use({ expectedErrors: [/wasm|Failed to load resource|fetch|compil/i] });

  test('takes nothing away from another one that has not all of its program yet', async ({ context, page, site }) => {
    const planner = (await bundled(DIST)).find((at) => /^split_planner.*\.wasm$/.test(at));
    // The first tab has the first page, and could not get the rest; the worker got it a moment later.
    site.fault(planner, 'missing', 1);
    await open(page, site);
    await expect.poll(() => site.requests.some((r) => r.path === planner && r.status === 404)).toBe(true);
    await installed(page);
    site.swap(await version('second', renamed('second')));
    const other = await context.newPage();
    await open(other, site, '#/map');
    expect(await running(other)).toBe('first');
    expect(await look(other)).toBe(true);
    await Promise.all([other.waitForEvent('load'), other.getByRole('button', { name: 'Update now' }).click()]);
    await ready(other);
    expect(await running(other)).toBe('second');
    // The server has nothing of the first version any more, and is out of reach besides.
    expect((await page.request.get(site.url + planner)).status()).toBe(404);
    await site.unplug();
    await page.getByLabel('I am').selectOption({ label: 'Engineering Manager' });
    await page.getByLabel('I want to be').selectOption({ label: 'Head of Engineering' });
    await page.getByLabel('Years so far').fill('7');
    await page.getByRole('button', { name: 'Plan my route' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('to Head of Engineering');
    expect(await running(page)).toBe('first');
    await expect.poll(() => saved(page)).toMatchObject(PLANS.started);
    // Once no tab shows it, it goes.
    await fresh(page, `${site.url}#/guide`);
    await ready(page);
    expect(await running(page)).toBe('second');
    await expect.poll(() => caches(page)).toEqual(['second']);
  });
});

test.describe('a server that goes back to the version that runs', () => {
  test.use({ expectedErrors: [/Failed to load resource|net::ERR/] });

  for (const kind of ['missing', 'short', 'altered']) {
    test(`leaves its copy whole, with a file ${kind}`, async ({ page, site }) => {
      await open(page, site);
      await installed(page);
      const first = site.folder;
      const [old] = await caches(page);
      const whole = await files(page);
      const program = (await bundled(DIST)).find((at) => at.endsWith('_bg.wasm'));
      site.swap(await version('second'));
      expect(await look(page)).toBe(true);
      site.swap(first);
      site.fault(program, kind);
      // What is there already is not asked for, so that nothing can fail; nor is the running version offered as a new one.
      await look(page);
      await expect.poll(() => waits(page)).toBe(false);
      await expect.poll(() => caches(page)).toEqual([old]);
      expect(await files(page)).toBe(whole);
      // Not even where a file has to be fetched, and fails.
      await page.evaluate(async ([version, address]) => {
        const name = (await window.caches.keys()).find((one) => one.endsWith(version));
        await (await window.caches.open(name)).delete(address);
      }, [old, new URL(program, site.url).href]);
      site.swap(await version('second'));
      expect(await look(page)).toBe(true);
      site.swap(first);
      expect(await look(page), 'the second version still waits').toBe(true);
      expect((await caches(page)).sort()).toEqual([old, 'second'].sort());
      expect(await files(page)).toBe(whole - 1);
      site.mend();
      await look(page);
      await expect.poll(() => waits(page)).toBe(false);
      expect(await files(page)).toBe(whole);
      await site.unplug();
      await fresh(page, site.url);
      await ready(page);
      expect(await running(page)).toBe('first');
      await expect(page.getByText('A new version is ready.')).toHaveCount(0);
    });
  }
});

test.describe('with each file failing in turn', () => {
  test.use({ expectedErrors: [/Failed to load resource|net::ERR/] });

  test('an update is whole or not at all', async ({ page, site }) => {
    test.setTimeout(90_000);
    // The browser looks by itself after a visit that the worker answers; this one it does not, so that no look is in between.
    await open(page, site);
    await installed(page);
    const [old] = await caches(page);
    const next = await version('second');
    site.swap(next);
    const files = (await bundled(next)).filter((at) => at !== '_headers');
    for (const kind of ['missing', 'short', 'altered']) {
      // Nothing vouches for the worker's own text: altered, it is another worker, or none where it can't be read.
      for (const name of files.filter((at) => kind !== 'altered' || at !== 'sw.js')) {
        site.fault(name, kind);
        expect(await look(page), `${name}, ${kind}`).toBe(false);
        site.mend();
      }
      expect(await caches(page), kind).toEqual([old]);
    }
    site.fault('second.wasm', 'truncated');
    expect(await look(page)).toBe(false);
    site.mend();
    // The old version is whole: it starts without the network.
    await site.unplug();
    await fresh(page, site.url);
    await ready(page);
    expect(await running(page)).toBe('first');
    await expect(page.getByText('A new version is ready.')).toHaveCount(0);
    await site.plug();
    expect(await look(page)).toBe(true);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Update now' }).click()]);
    await ready(page);
    expect(await running(page)).toBe('second');
    await expect.poll(() => caches(page)).toEqual(['second']);
  });
});

test.describe('a first visit without the start script', () => {
  test.use({ expectedErrors: [/Failed to load resource|SyntaxError|Unexpected|net::ERR|Invalid or unexpected|missing \)/] });

  /** The time is up for which the page waits: what its styles show after some seconds is there. */
  const pass = (page) => page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));

  for (const kind of ['missing', 'broken', 'short', 'truncated']) {
    test(`says that the app has not started: ${kind}`, async ({ page, site }) => {
      site.fault('start.js', kind);
      await page.goto(site.url);
      const failure = page.getByRole('alert').filter({ hasText: 'Career Explorer has not started.' });
      // Not at once: the script may be on its way.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where could engineering leadership take you?');
      await expect(failure).toBeHidden();
      await pass(page);
      await expect(failure).toBeVisible();
      await expect(page.getByText('The form is on its way.')).toBeHidden();
      for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
        await page.setViewportSize({ width, height: 640 });
        await page.emulateMedia({ colorScheme });
        expect(await overflow(page)).toEqual([]);
        expect(await audit(page, '#not-begun')).toEqual([]);
      }
      await failure.getByRole('link', { name: 'read the guide' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Head of Engineering career guide');
      site.mend();
      await open(page, site);
      await pass(page);
      await expect(failure).toBeHidden();
    });
  }
});

test.describe('a version that does not start', () => {
  test.use({ expectedErrors: [/CompileError|WebAssembly|magic/] });

  test('can be updated all the same', async ({ page, site }) => {
    const first = site.folder;
    site.swap(await version('broken', (file) => writeFile(file('broken.wasm'), 'no program')));
    await page.goto(site.url);
    await expect(page.getByRole('heading', { name: 'Career Explorer could not start' })).toBeVisible();
    await installed(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Career Explorer could not start' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Update to the new version' })).toBeHidden();
    site.swap(first);
    expect(await look(page)).toBe(true);
    await page.getByRole('button', { name: 'Update to the new version' }).click();
    await ready(page);
    expect(await running(page)).toBe('first');
  });
});
