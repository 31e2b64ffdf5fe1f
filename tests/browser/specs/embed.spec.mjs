// Embedded in another site: a host page of another origin, with a strict policy of its own.
import { readFile } from 'node:fs/promises';
import { test as base, expect, open, turn, arrival, ready, audit, overflow } from '../fixtures.mjs';
import { PAGES, PLANS, saved, stored } from '../app.mjs';
import { serve } from '../server.mjs';

const test = base.extend({
  otherOrigins: async ({}, use) => use([]),
  /**
   * Shows a host page with the elements given as HTML, and notes what the host hears: events of the elements in `window.events`, messages
   * in `window.heard`. The page is of another origin; with `far` it is of another site too, from within which this browser allows no storage.
   */
  host: async ({ page, site, otherOrigins }, use) => {
    const server = await serve();
    const origin = server.origin;
    const farOrigin = `http://localhost:${server.port}`;
    otherOrigins.push(origin, farOrigin);
    const policy = `default-src 'none'; script-src ${site.origin}; frame-src ${site.origin}; img-src data:; require-trusted-types-for 'script'`;
    await page.addInitScript(() => {
      if (window !== top) return;
      Object.assign(window, { events: [], heard: [] });
      for (const type of ['ready', 'navigate', 'plan']) addEventListener(`career-explorer-${type}`, (event) => window.events.push(event.detail));
      addEventListener('message', ({ data }) => window.heard.push(data));
    });
    const show = async (elements, { script = true, attributes = '', far = false, until = 'load' } = {}) => {
      const head = `<link rel="icon" href="data:,"><title>Careers</title>${script ? `<script src="${site.url}embed.js" async></script>` : ''}`;
      server.page('/host', `<!doctype html><html lang="en" ${attributes}><meta name="viewport" content="width=device-width">${head}<body>${elements}</body></html>`, { 'Content-Security-Policy': policy });
      await page.goto(`${far ? farOrigin : origin}/host`, { waitUntil: until });
    };
    await use({ origin, show });
    await server.close();
  },
});

/** What the margins of the host page take of its width: its policy allows no style that would remove them. */
const MARGINS = 16;
/** Frames of the app. */
const FRAME = 'iframe:not([name])';

/** The app within a frame of the page, once it is ready. */
async function inside(page, n = 0) {
  const element = page.locator(FRAME).nth(n);
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle()).contentFrame();
  await ready(frame);
  return frame;
}

/** Stores a plan in the storage that the frame has, and loads the host page again. */
async function withPlan(page, plan) {
  const { key, value } = stored(plan);
  await (await inside(page)).evaluate(([k, v]) => localStorage.setItem(k, v), [key, value]);
  await page.reload();
  return inside(page);
}

const title = (frame) => frame.getByRole('heading', { level: 1 });
const events = (page, type) => page.evaluate((wanted) => window.events.filter((e) => e.type === wanted), type);
const heard = (page) => page.evaluate(() => window.heard);
const frames = (page, count = 10) => page.evaluate(async (n) => { for (let i = 0; i < n; i += 1) await new Promise(requestAnimationFrame); }, count);
const navigate = (page, to) => page.evaluate((at) => document.querySelector('career-explorer').navigate(at), to);
/** Has the host go to a page, and waits until the frame shows it. */
const lead = (page, frame, to) => arrival(frame, `#/${to}`, () => navigate(page, to));

/** Heights by main page, in a narrow, a middling and a wide frame: docs/embed.md has their bounds. */
const HEIGHTS = { '': [640, 760, 840], map: [640, 760, 840], guide: [640, 720, 760], data: [640, 720, 760] };
const OTHERS = [640, 760, 800];
const expected = (hash, width) => (HEIGHTS[hash.replace(/^#?\/?/, '').split(/[/?]/)[0]] ?? OTHERS)[width < 480 ? 0 : width < 960 ? 1 : 2];

/** The frame has the height of its main page and width, less what the window cannot show. */
async function fits(page, frame) {
  const [hash, width] = await frame.evaluate(() => [location.hash, innerWidth]);
  const window = page.viewportSize().height - 80;
  await expect.poll(() => page.locator(FRAME).first().evaluate((f) => f.clientHeight)).toBe(Math.min(expected(hash, width), Math.max(window, 320)));
}

for (const [name, { attributes, colorScheme }] of Object.entries({
  'light': { attributes: '', colorScheme: 'light' }, 'dark, right to left': { attributes: 'dir="rtl"', colorScheme: 'dark' },
})) {
  test(`every page fits from 280 to 1600 px and is accessible, ${name}`, async ({ page, host }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 280 + MARGINS, height: 1000 });
    await host.show('<career-explorer></career-explorer>', { attributes });
    const frame = await withPlan(page, PLANS.half);
    for (const [at, route] of Object.entries(PAGES)) {
      // What a host may ask for; a search and what someone was sent are the visitor’s own.
      if (!/\?|shared|rated?\b/.test(route)) await lead(page, frame, route.replace(/^#\//, ''));
      else await turn(frame, route);
      await expect.poll(() => frame.evaluate(() => location.hash)).toBe(route);
      for (const width of [280, 700, 1600]) {
        await page.setViewportSize({ width: width + MARGINS, height: 1000 });
        await fits(page, frame);
        expect(await overflow(frame), `${at}, ${width} px`).toEqual([]);
        expect(await overflow(page), `${at}, ${width} px, host`).toEqual([]);
      }
      await page.setViewportSize({ width: 280 + MARGINS, height: 1000 });
      if (['home', 'gaps', 'data', 'assess'].includes(at)) expect(await audit(frame), at).toEqual([]);
    }
  });
}

test('the height goes by the page, the width and the window, or is the host’s own', async ({ page, host }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await host.show('<p>Before</p><career-explorer page="guide/goals"></career-explorer><p>After</p>');
  const frame = await inside(page);
  await fits(page, frame);
  for (const to of ['nowhere', 'map', 'guide/goals']) {
    await lead(page, frame, to);
    await expect.poll(() => frame.evaluate(() => location.hash)).toBe(`#/${to}`);
    await fits(page, frame);
  }
  // What is longer scrolls in the frame, and what comes to it changes nothing outside.
  await frame.evaluate(() => { for (let i = 0; i < 99; i += 1) document.querySelector('main').append(document.createElement('hr')); });
  expect(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true);
  await fits(page, frame);
  // A strip of the host's page stays beside it in a low window.
  await page.setViewportSize({ width: 1280, height: 600 });
  await fits(page, frame);
  await page.setViewportSize({ width: 1280, height: 1000 });
  // A height of its own holds for every page and window.
  await page.locator('career-explorer').evaluate((e) => e.setAttribute('height', '1300'));
  const height = () => page.locator('iframe').evaluate((f) => f.clientHeight);
  await expect.poll(height).toBe(1300);
  await navigate(page, 'map');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeFocused();
  await expect.poll(() => events(page, 'navigate').then((all) => all.at(-1).page)).toBe('map');
  expect(await height()).toBe(1300);
  await page.locator('career-explorer').evaluate((e) => e.setAttribute('height', 'auto'));
  await fits(page, frame);
});

for (const width of [360, 800, 1280]) {
  test(`what the host hears is the same whatever the visitor does on the pages, ${width} px`, async ({ page, host }) => {
    await page.setViewportSize({ width, height: 1000 });
    const said = [];
    /** A visit that looks at the same main pages; `work` is what is done on them, and `before` is the plan of an earlier visit. */
    const visit = async (before, work) => {
      await host.show('<career-explorer from="engineering-manager" to="head-of-engineering" years="7" page="assess"></career-explorer>');
      let frame = await inside(page);
      if (before) frame = await withPlan(page, before);
      for (const to of ['Gaps', 'Plan', 'Map', 'Assess']) {
        await work(frame);
        const now = (await heard(page)).length;
        const place = frame.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: to, exact: true });
        if (!await place.isVisible()) await frame.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'More' }).click();
        await (await place.isVisible() ? place : frame.getByRole('main').getByRole('link', { name: new RegExp(`^${to}`) })).click();
        await expect.poll(async () => (await heard(page)).slice(now).map((m) => m.page)).toContain(to.toLowerCase());
      }
      await work(frame);
      await frames(page);
      said.push(await heard(page));
      await frame.evaluate(() => localStorage.clear());
    };
    await visit(null, async () => {});
    await visit(null, async (frame) => {
      // Rates skills, each on its own page, and writes notes, wherever there is a skill to rate.
      if (!/^#\/assess/.test(await frame.evaluate(() => location.hash))) return;
      for (const level of [3, 1, 4]) {
        const round = frame.getByRole('button', { name: /^Rate \d: / });
        if (await round.count()) await round.click();
        const skill = await title(frame).textContent();
        await frame.locator(`label[for=level-${level}]`).click();
        await expect(title(frame)).not.toHaveText(skill);
        await frame.getByRole('button', { name: 'Add evidence' }).click();
        await expect(title(frame)).toHaveText(skill);
        await frame.getByLabel('What shows it?').fill('Led the move of three teams to one platform.\n'.repeat(8));
        await frame.getByRole('button', { name: / next$/ }).click();
        await expect(title(frame)).not.toHaveText(skill);
      }
      const plan = await saved(frame);
      expect(Object.keys(plan.ratings).length).toBeGreaterThanOrEqual(3);
      expect(Object.keys(plan.evidence).length).toBeGreaterThanOrEqual(3);
    });
    await visit(PLANS.rated, async () => {});
    for (const one of said) {
      expect(one.map((m) => m.page).filter((at) => at !== undefined && at !== 'more')).toEqual(['assess', 'gaps', 'plan', 'map', 'assess']);
      expect(one).toEqual(said[0]);
    }
  });
}

test('the element says what it embeds, lazily and in a sandbox', async ({ page, site, host }) => {
  const set = 'from="technical-lead" to="director-of-engineering" years="6" page="#/gaps" theme="dark" heading="Grow &lt;here&gt;"';
  await host.show(`<div id="far"></div><career-explorer ${set}></career-explorer>`);
  const element = page.locator('iframe');
  await expect(element).toHaveAttribute('title', 'Grow <here>');
  await expect(element).toHaveAttribute('loading', 'lazy');
  const sandbox = (await element.getAttribute('sandbox')).split(' ').sort();
  expect(sandbox).toEqual(['allow-downloads', 'allow-forms', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-same-origin', 'allow-scripts']);
  const frame = await inside(page);
  await expect.poll(() => events(page, 'ready')).toEqual([{ careerExplorer: 2, type: 'ready', page: 'gaps' }]);
  await expect(title(frame)).toHaveText('What stands between you and Director of Engineering');
  await expect(frame.getByRole('banner')).toContainText('Grow <here>');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await saved(frame), 'what the host set is not saved by itself').toBe(null);
  // Two attributes at once load the frame once.
  const loads = () => site.requests.filter((r) => r.path === 'index.html').length;
  const before = loads();
  await page.locator('career-explorer').evaluate((e) => { e.setAttribute('to', 'vp-of-engineering'); e.setAttribute('page', 'route'); });
  await expect.poll(async () => (await events(page, 'ready')).length).toBe(2);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toContainText('VP of Engineering');
  expect(loads() - before).toBe(1);
});

test('a visitor’s own plan comes before what the host set', async ({ page, host }) => {
  await host.show('<career-explorer from="technical-lead" to="director-of-engineering" years="6" page="gaps"></career-explorer>');
  const frame = await withPlan(page, PLANS.half);
  await expect(title(frame)).toHaveText('What stands between you and Head of Engineering');
});

test('what is not valid is ignored, and the console says so', async ({ page, host }) => {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'warning') said.push(message.text()); });
  await host.show('<career-explorer from="nobody" to="&lt;b&gt;" years="-1" theme="pink" accent="url(x)" handoff="1" page="gaps" height="tall"></career-explorer>');
  const frame = await inside(page);
  await expect(title(frame)).toHaveText('What stands between you and your next title');
  for (const name of ['from="nobody"', 'to="<b>"', 'years="-1"', 'theme="pink"', 'accent="url(x)"']) {
    await expect.poll(() => said.filter((text) => text.startsWith(`Career Explorer: the parameter ${name} is ignored: `)), name).toHaveLength(1);
  }
  await fits(page, frame);
});

test('a destination that is given cannot be chosen, and the plan of a visitor is not touched', async ({ page, host }) => {
  await host.show('<career-explorer to="director-of-engineering" lock></career-explorer>');
  let frame = await inside(page);
  const destination = () => frame.getByLabel('I want to be');
  await expect(destination()).toHaveValue('Director of Engineering');
  await expect(destination()).toHaveAttribute('readonly', '');
  await frame.getByLabel('I am').selectOption('engineering-manager');
  await frame.getByLabel('Years so far').fill('7');
  await frame.getByRole('button', { name: 'Plan my route' }).click();
  await expect(title(frame)).toContainText('to Director of Engineering');
  await navigate(page, 'map/head-of-engineering');
  await expect(title(frame)).toHaveText('Head of Engineering');
  await expect(frame.getByRole('button', { name: 'Make this my destination' })).toHaveCount(0);
  // One who aims elsewhere keeps that.
  await frame.evaluate(() => localStorage.clear());
  frame = await withPlan(page, PLANS.half);
  await expect(title(frame)).toContainText('Head of Engineering');
  expect((await saved(frame)).to).toBe('head-of-engineering');
});

test('open roles are a link on each title that has an address, and nothing else is', async ({ page, host }) => {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'warning') said.push(message.text()); });
  const roles = 'head-of-engineering=https://jobs.example.com/lead?role=12 *=https://jobs.example.com/search?q={title} nobody=https://x.example technical-lead=javascript:alert(1) vp-of-engineering=http://x.example cto https://x.example director-of-engineering=https://me:pass@x.example';
  await host.show(`<career-explorer page="map/head-of-engineering" roles="${roles}"></career-explorer>`);
  const frame = await inside(page);
  const link = frame.getByRole('main').getByRole('link', { name: 'See open roles (opens in a new tab)' });
  for (const [id, address] of [['head-of-engineering', 'https://jobs.example.com/lead?role=12'], ['technical-lead', 'https://jobs.example.com/search?q=technical-lead'], ['director-of-engineering', 'https://jobs.example.com/search?q=director-of-engineering']]) {
    await navigate(page, `map/${id}`);
    await expect(link).toHaveAttribute('href', address);
    expect(await link.evaluate((a) => [a.target, a.rel])).toEqual(['_blank', 'noopener noreferrer']);
  }
  for (const entry of ['nobody=https://x.example', 'technical-lead=javascript:alert(1)', 'vp-of-engineering=http://x.example', 'cto', 'https://x.example', 'director-of-engineering=https://me:pass@x.example']) {
    await expect.poll(() => said.filter((text) => text.startsWith(`Career Explorer: the parameter roles="${entry}" is ignored: `)), entry).toHaveLength(1);
  }
  expect(await audit(frame)).toEqual([]);
});

test('the compact form is one page, without navigation and footer', async ({ page, host }) => {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'warning') said.push(message.text()); });
  await host.show('<career-explorer from="engineering-manager" to="head-of-engineering" years="7" page="gaps" compact lock></career-explorer>');
  const frame = await inside(page);
  await expect(title(frame)).toContainText('Head of Engineering');
  await expect(frame.getByRole('navigation', { name: 'Main pages' })).toHaveCount(0);
  await expect(frame.getByRole('contentinfo')).toHaveCount(0);
  expect(await audit(frame)).toEqual([]);
  // The sign leads back to where it began.
  await lead(page, frame, 'map');
  await expect(title(frame)).toHaveText('Map of titles');
  await arrival(frame, '#/gaps', () => frame.getByRole('banner').getByRole('link', { name: 'Career Explorer' }).click());
  await expect.poll(() => frame.evaluate(() => location.hash)).toBe('#/gaps');
  for (const width of [280, 700, 1280]) {
    await page.setViewportSize({ width: width + MARGINS, height: 1000 });
    expect(await overflow(frame), `${width} px`).toEqual([]);
  }
  expect(said.filter((text) => text.startsWith('Career Explorer'))).toEqual([]);
  await page.locator('career-explorer').evaluate((e) => e.setAttribute('to', 'nobody'));
  await expect.poll(() => said.filter((text) => text.includes('the parameter lock is ignored: it needs the parameter to')).length).toBe(1);
});

test('an accent holds where it can be read', async ({ page, site }) => {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'warning') said.push(message.text()); });
  // accent, whether it is taken in the light theme and in the dark one
  for (const [accent, light, dark] of [
    ['#0b57d0', true, false], ['rgb(255 200 80)', false, true], ['rebeccapurple', true, false], ['hsl(210 10% 50%)', false, false],
    ['transparent', false, false], ['currentcolor; x', false, false], ['var(--people)', false, false],
  ]) {
    await page.goto('about:blank');
    await open(page, site, `?embed=1&accent=${encodeURIComponent(accent)}#/guide`);
    for (const [theme, taken] of [['light', light], ['dark', dark]]) {
      // The colour that links have, with the host's and without.
      const [now, own] = await page.evaluate((name) => {
        const root = document.documentElement;
        root.dataset.theme = name;
        const link = document.querySelector('main a');
        const set = ['--host-light', '--host-dark'].map((property) => [property, root.style.getPropertyValue(property)]);
        const first = getComputedStyle(link).color;
        for (const [property] of set) root.style.removeProperty(property);
        const second = getComputedStyle(link).color;
        for (const [property, value] of set) root.style.setProperty(property, value);
        return [first, second];
      }, theme);
      expect(now !== own, `${accent}, ${theme}`).toBe(taken);
    }
    if (!light && !dark) await expect.poll(() => said.some((text) => text.includes(`accent="${accent}" is ignored`)), accent).toBe(true);
  }
});

test('hidden, then shown', async ({ page, host }) => {
  await host.show('<div hidden><career-explorer></career-explorer></div>');
  await expect(page.locator('iframe')).toBeAttached();
  await frames(page);
  expect(await events(page, 'ready')).toEqual([]);
  const hide = (hidden) => page.locator('div').evaluate((e, value) => { e.hidden = value; }, hidden);
  await hide(false);
  const frame = await inside(page);
  await fits(page, frame);
  await hide(true);
  await frames(page);
  await hide(false);
  await fits(page, frame);
});

test('twenty on a page', async ({ page, host }) => {
  test.slow();
  const pages = ['map', 'guide', 'data', 'gaps'];
  await host.show(Array.from({ length: 20 }, (_, i) => `<career-explorer heading="Number ${i}" page="${pages[i % 4]}" height="120"></career-explorer>`).join(''));
  for (let i = 0; i < 20; i += 1) {
    const frame = await inside(page, i);
    await expect(frame.getByRole('banner')).toContainText(`Number ${i}`);
    expect(await frame.evaluate(() => location.hash)).toBe(`#/${pages[i % 4]}`);
  }
  await expect.poll(() => events(page, 'ready')).toHaveLength(20);
  // Each hears its own host element alone.
  await page.locator('career-explorer').nth(7).evaluate((e) => e.navigate('plan'));
  await expect.poll(() => events(page, 'navigate')).toEqual([{ careerExplorer: 2, type: 'navigate', page: 'plan' }]);
});

test('mounted and removed a hundred times, nothing stays behind', async ({ page, host }) => {
  await page.addInitScript(() => {
    window.listeners = 0;
    for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
      const own = window[name];
      window[name] = function (type, ...rest) { if (type === 'message') window.listeners += step; return own.call(this, type, ...rest); };
    }
  });
  await host.show('<div></div><career-explorer page="map"></career-explorer>');
  await inside(page);
  const before = await page.evaluate(() => window.listeners);
  await page.evaluate(async () => {
    const [box, element] = [document.querySelector('div'), document.querySelector('career-explorer')];
    for (let i = 0; i < 100; i += 1) {
      element.remove();
      // Now and then it is given time to load, or moved from place to place without.
      if (i % 10 === 0) await new Promise(requestAnimationFrame);
      (i % 2 ? box : document.body).append(element);
      element.setAttribute('heading', `Round ${i}`);
    }
  });
  await expect.poll(async () => [await page.evaluate(() => window.listeners), page.frames().length]).toEqual([before, 2]);
  const frame = await inside(page);
  await expect(frame.getByRole('banner')).toContainText('Round 99');
  await fits(page, frame);
  await page.locator('career-explorer').evaluate((e) => e.remove());
  await expect.poll(async () => [await page.evaluate(() => window.listeners), page.frames().length]).toEqual([before - 1, 1]);
});

test('forged messages do nothing, on either side', async ({ page, site, host }) => {
  site.page('/forger', '<!doctype html><link rel="icon" href="data:,">');
  await host.show(`<career-explorer page="map"></career-explorer><iframe name="forger" src="${site.origin}/forger"></iframe>`);
  const frame = await inside(page);
  await fits(page, frame);
  const height = await page.locator(FRAME).evaluate((f) => f.clientHeight);
  // The app's own origin but not its frame; the frame but not the form; not the version.
  const forger = page.frames().find((f) => f.url().endsWith('/forger'));
  const message = (more) => ({ careerExplorer: 2, type: 'height', height: 5, ...more });
  await forger.evaluate((all) => { for (const m of all) parent.postMessage(m, '*'); }, [message(), message({ type: 'plan', link: 'x' }), message({ type: 'ready' })]);
  await frame.evaluate((all) => { for (const m of all) parent.postMessage(m, '*'); }, [
    message({ careerExplorer: 1 }), message({ height: -5 }), message({ height: '<b>' }), message({ height: 1e9 }), message({ height: null }), message({ type: 'other' }), null, 'height', 5,
  ]);
  await page.evaluate((m) => postMessage(m, '*'), message());
  // Posted after all of these, so that they have been heard when this is.
  await navigate(page, 'guide');
  await expect.poll(() => events(page, 'navigate')).toHaveLength(1);
  await navigate(page, 'map');
  await expect.poll(() => events(page, 'navigate')).toHaveLength(2);
  await fits(page, frame);
  expect(await page.locator(FRAME).evaluate((f) => f.clientHeight)).toBe(height);
  expect([await events(page, 'ready'), await events(page, 'plan')].map((all) => all.length)).toEqual([1, 0]);

  // To the app: not from its parent, no page of its own, another address, another version.
  const order = (to, more) => ({ careerExplorer: 2, type: 'navigate', page: to, ...more });
  await frame.evaluate((m) => postMessage(m, '*'), order('gaps'));
  await page.evaluate((all) => { const { contentWindow } = document.querySelector('career-explorer').shadowRoot.querySelector('iframe'); for (const m of all) contentWindow.postMessage(m, '*'); }, [
    order('gaps', { careerExplorer: 1 }), order('gaps', { type: 'go' }), order('shared/wQEOAQIBAwQBEwYBB-5eD10'), order('javascript:alert(1)'), order('../x'), order(null), order({}), order('//x'), null, 'navigate',
  ]);
  await navigate(page, 'plan');
  await expect.poll(() => frame.evaluate(() => location.hash)).toBe('#/plan');
  expect((await events(page, 'navigate')).map((e) => e.page)).toEqual(['guide', 'map', 'plan']);
  // A host that is another than it says is not heard, and hears of no page it could tell a plan from.
  await host.show(`<iframe src="${site.url}?embed=1&amp;host=https://elsewhere.example#/map"></iframe>`, { script: false });
  const other = await inside(page);
  await page.evaluate((m) => window.frames[0].postMessage(m, '*'), order('gaps'));
  await turn(other, '#/guide');
  await expect(title(other)).toBeFocused();
  await frames(page);
  expect(await other.evaluate(() => location.hash)).toBe('#/guide');
  expect(await page.evaluate(() => window.heard)).toEqual([]);
});

/** A frame with a plan, in a host that asks for it. */
async function asked(page, host) {
  await host.show('<career-explorer page="gaps" handoff></career-explorer>');
  await withPlan(page, PLANS.rated);
  const app = page.frameLocator('iframe');
  const panel = app.getByRole('region', { name: new RegExp(host.origin) });
  return { app, panel, send: app.getByRole('button', { name: 'Send my plan' }), confirm: panel.getByRole('button', { name: `Send it to ${host.origin}` }) };
}

/** What the host does with a plan that it gets: answers `true`, `false`, or nothing; kept as `window.answer` to be called later. */
const answering = (page, taken) => page.evaluate((value) => document.addEventListener('career-explorer-plan', ({ detail }) => {
  window.answer = detail.answer;
  if (value !== null) detail.answer(value);
}), taken);

test('a plan leaves only when the host asked for it and the person presses twice', async ({ page, site, host }) => {
  await host.show('<career-explorer page="gaps"></career-explorer>');
  await withPlan(page, PLANS.rated);
  const app = page.frameLocator('iframe');
  await expect(app.getByRole('link', { name: 'Full page', exact: true })).toBeVisible();
  await expect(app.getByRole('button', { name: 'Send my plan' })).toHaveCount(0);

  await page.locator('career-explorer').evaluate((e) => e.setAttribute('handoff', ''));
  const send = app.getByRole('button', { name: 'Send my plan' });
  await expect(send).toHaveAccessibleDescription(`to ${host.origin}`);
  // Nothing that the host hears before tells of the plan, whatever page the visitor looks at.
  const frame = await inside(page);
  for (const [hash, said] of [['#/shared/wQEOAQIBAwQBEwYBB-5eD10', null], ['#/guide?q=secret', 'guide'], ['#/assess/skill/communication', 'assess'], ['#/nowhere', null], ['#/gaps', 'gaps']]) {
    await frame.evaluate((to) => { location.hash = to; }, hash);
    await expect.poll(async () => (await events(page, 'navigate')).at(-1)?.page).toBe(said);
  }
  expect(await events(page, 'plan')).toEqual([]);
  expect([...new Set((await heard(page)).flatMap((m) => Object.keys(m)))].sort()).toEqual(['careerExplorer', 'height', 'page', 'type']);

  await answering(page, true);
  await send.click();
  const panel = app.getByRole('region', { name: `Send your plan to ${host.origin}?` });
  await expect(panel.getByRole('heading')).toBeFocused();
  await expect(send).toHaveAttribute('aria-expanded', 'true');
  expect(await audit(frame)).toEqual([]);
  await panel.getByRole('button', { name: 'Keep it here' }).click();
  await expect(panel).toHaveCount(0);
  await expect(send).toBeFocused();
  await send.dblclick();
  await expect(panel).toHaveCount(0);
  await frames(page);
  expect(await events(page, 'plan'), 'one press, or two on the same button, send nothing').toEqual([]);

  // By keyboard.
  await send.press('Enter');
  await expect(panel.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: `Send it to ${host.origin}` })).toBeFocused();
  await page.keyboard.press('Enter');
  const sent = app.getByRole('region', { name: `Sent to ${host.origin}` });
  await expect(sent.getByRole('status')).toHaveText('The site has answered that it has your plan, as it was when you sent it.');
  await expect(sent.getByRole('heading')).toBeFocused();
  expect(await events(page, 'plan')).toHaveLength(1);
  const [{ link }] = await events(page, 'plan');
  expect(link).toMatch(new RegExp(`^${site.url}#/shared/[\\w-]+$`));
  // The link is the plan: the full page says the same.
  expect(await app.getByRole('link', { name: 'Full page', exact: true }).getAttribute('href')).toBe(link);
  expect(site.requests.some((r) => r.address.includes('shared'))).toBe(false);
  await sent.getByRole('button', { name: 'Close' }).click();
  await expect(send).toBeFocused();
});

test('“sent” is said when the host has answered, and not before', async ({ page, host }) => {
  await page.clock.install();
  const { app, panel, send, confirm } = await asked(page, host);
  await answering(page, null);
  await send.click();
  await confirm.click();
  const waiting = app.getByRole('region', { name: `Waiting for ${host.origin} to answer` });
  await expect(waiting).toBeVisible();
  await expect.poll(() => events(page, 'plan')).toHaveLength(1);
  // Not by a message that is no answer to this.
  const frame = await inside(page);
  const [{ id }] = await events(page, 'plan');
  const answer = { careerExplorer: 2, type: 'answer', id, taken: true };
  await frame.evaluate((m) => postMessage(m, '*'), answer);
  await page.evaluate((all) => { const { contentWindow } = document.querySelector('career-explorer').shadowRoot.querySelector('iframe'); for (const m of all) contentWindow.postMessage(m, '*'); }, [
    { ...answer, id: id + 1 }, { ...answer, id: null }, { ...answer, careerExplorer: 1 }, { ...answer, taken: 'yes' }, { ...answer, type: 'plan' },
  ]);
  await navigate(page, 'map');
  await expect.poll(() => frame.evaluate(() => location.hash)).toBe('#/map');
  await expect(waiting).toBeVisible();
  // No answer is said to be none.
  await page.clock.fastForward(11_000);
  const unanswered = app.getByRole('region', { name: `No answer from ${host.origin}` });
  await expect(unanswered.getByRole('status')).toContainText('Nothing is known of whether the site has your plan.');
  await expect(unanswered.getByLabel('A link to your plan, to copy')).toHaveValue(/#\/shared\//);
  await expect(unanswered.getByRole('button', { name: 'Save my plan as a file' })).toBeVisible();
  expect(await audit(frame)).toEqual([]);
  // A late one still counts, and the first one alone.
  await page.evaluate(() => window.answer(true));
  await expect(panel).toHaveAccessibleName(`Sent to ${host.origin}`);
  await page.evaluate(() => window.answer(false));
  await navigate(page, 'gaps');
  await expect.poll(() => frame.evaluate(() => location.hash)).toBe('#/gaps');
  await expect(panel).toHaveAccessibleName(`Sent to ${host.origin}`);
});

test('a host that cannot take the plan is said not to have it', async ({ page, host }) => {
  const { panel, send, confirm } = await asked(page, host);
  await answering(page, false);
  await send.click();
  await confirm.click();
  await expect(panel).toHaveAccessibleName(`Not taken by ${host.origin}`);
  await page.setViewportSize({ width: 280 + MARGINS, height: 700 });
  expect(await overflow(await inside(page))).toEqual([]);
  // Sent again, it is another message, with another number.
  await panel.getByRole('button', { name: 'Send it again' }).click();
  await expect.poll(() => events(page, 'plan')).toHaveLength(2);
  const [first, second] = await events(page, 'plan');
  expect(first.id).not.toBe(second.id);
  expect(first.link).toBe(second.link);
  await expect(panel).toHaveAccessibleName(`Not taken by ${host.origin}`);
});

test('what the preview may do, no other page can make an embedding do', async ({ page, site, host }) => {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'warning') said.push(message.text()); });
  const query = '?embed=1&amp;preview=1&amp;from=engineering-manager&amp;to=head-of-engineering#/assess';
  site.page('/own', `<!doctype html><link rel="icon" href="data:,"><title>Own</title><iframe src="${site.url}${query}"></iframe>`);
  const ways = {
    'by itself': async () => { await open(page, site, query.replaceAll('&amp;', '&')); return page; },
    'in another site': async () => { await host.show(`<iframe src="${site.url}${query}"></iframe>`, { script: false }); return inside(page); },
    'in another page of the origin': async () => { await page.goto(`${site.origin}/own`); return inside(page); },
  };
  // All three are of one site, so that they share a storage: each rating comes to the ones before.
  const rated = [];
  for (const [way, go] of Object.entries(ways)) {
    said.length = 0;
    rated.push(3);
    const frame = await go();
    await frame.locator('label[for=level-3]').click();
    await expect.poll(async () => Object.values((await saved(frame))?.ratings ?? {}), way).toEqual(rated);
    await expect.poll(() => said.filter((text) => text.includes('preview="1" is ignored')), way).toHaveLength(1);
    await page.goto('about:blank');
  }
});

test('a frame whose loading was cut off has nothing to say, and no fault', async ({ page, site, host }) => {
  // The browser gives the page up while its end is on its way: there is no body then, and what was asked for early still comes.
  site.fault('index.html', 'stalled', 1);
  site.fault('icons/icon.svg', 'hang');
  await host.show(`<iframe src="${site.url}?embed=1#/map"></iframe>`, { script: false, until: 'commit' });
  const program = () => site.requests.some((r) => /_bg\.wasm$/.test(r.path));
  await expect.poll(program).toBe(true);
  // The next page never comes, so that this one stays.
  await page.locator(FRAME).evaluate((f, address) => { f.src = address; }, `${site.url}icons/icon.svg`);
  await expect.poll(() => site.requests.some((r) => r.path === 'icons/icon.svg')).toBe(true);
  const frame = page.frames()[1];
  await frames(page, 60);
  expect(await frame.evaluate(() => document.documentElement.dataset.ready)).toBeUndefined();
  expect(await heard(page)).toEqual([]);
});

test('the storage of an embedding is explained once, with the full page, a link and a file', async ({ page, context, host }) => {
  await host.show('<career-explorer from="engineering-manager" to="head-of-engineering" years="7" page="assess"></career-explorer>');
  let frame = await inside(page);
  const notice = (within) => within.getByRole('status').filter({ hasText: 'This is an embedded page.' });
  await expect(notice(frame)).toHaveCount(0);
  // Not in the middle of what someone does, which would move away below it: it comes with the next page.
  await frame.locator('label[for=level-3]').click();
  await expect(frame.getByRole('main').getByText(/ 3: .* short$/)).toBeVisible();
  await expect(notice(frame)).toHaveCount(0);
  await frame.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Map' }).click();
  await expect(notice(frame)).toBeVisible();
  expect(await audit(frame)).toEqual([]);
  await page.setViewportSize({ width: 280 + MARGINS, height: 700 });
  expect(await overflow(frame)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), notice(frame).getByRole('button', { name: 'Save my plan as a file' }).click()]);
  expect(Object.values(JSON.parse(await readFile(await file.path(), 'utf8')).plan.ratings)).toEqual([3]);
  const link = await notice(frame).getByLabel('A link to your plan, to copy').inputValue();
  const [full] = await Promise.all([context.waitForEvent('page'), notice(frame).getByRole('link', { name: 'Open the full page with my plan' }).click()]);
  await ready(full);
  expect(full.url()).toBe(link);
  expect(await full.evaluate(() => [window.opener, document.documentElement.dataset.embed])).toEqual([null, undefined]);
  await full.close();
  // The next page leaves it there; once it is put away it stays away.
  await lead(page, frame, 'gaps');
  await expect(title(frame)).toBeFocused();
  await expect(notice(frame)).toBeVisible();
  await notice(frame).getByRole('button', { name: 'Hide this' }).click();
  await expect(notice(frame)).toHaveCount(0);
  await page.reload();
  frame = await inside(page);
  await frame.locator('label[for=level-2]').click();
  await lead(page, frame, 'gaps');
  await expect(title(frame)).toBeFocused();
  await expect(notice(frame)).toHaveCount(0);
});

test('where an embedding has no storage, it says so', async ({ page, host }) => {
  await host.show('<career-explorer from="engineering-manager" to="head-of-engineering" years="7" page="assess"></career-explorer>', { far: true });
  const frame = await inside(page);
  await frame.locator('label[for=level-3]').click();
  await frame.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Map' }).click();
  const notice = frame.getByRole('status').filter({ hasText: 'This browser does not let the page save.' });
  await expect(notice).toHaveCount(1);
  await expect(notice.getByLabel('A link to your plan, to copy')).toHaveValue(/#\/shared\//);
  await expect(frame.getByRole('alert')).toBeEmpty();
});

test('a plain frame does without the script, and oEmbed finds it', async ({ page, site, host }) => {
  await host.show(`<iframe src="${site.url}?embed=1&amp;from=technical-lead&amp;to=chief-technology-officer&amp;years=9&amp;heading=Careers%20%26%20more#/gaps" title="Careers" width="100%" height="500"></iframe>`, { script: false });
  const frame = await inside(page);
  await expect(title(frame)).toHaveText('What stands between you and Chief Technology Officer');
  await expect(frame.getByRole('banner')).toContainText('Careers & more');
  const discovery = await (await page.request.get(site.url)).text();
  const [, address] = discovery.match(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/);
  const oembed = await (await page.request.get(new URL(address, site.url).href)).json();
  expect(oembed).toMatchObject({ version: '1.0', type: 'rich', title: 'Career Explorer' });
  expect(oembed.html).toMatch(/^<iframe src="\.\/\?embed=1"/);
});
