// How long the app takes in Chromium at a quarter of this machine's speed: to start, to show a rating, and to store a large plan; what
// Lighthouse finds on the first page of a phone, and on each page for people with disabilities.
// Prints [{ name, value, unit, budget? }] as JSON: `node bench.mjs`, or the last of these alone: `node bench.mjs accessibility`.
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { OPENED, PAGES, PLANS, RATED, RATING, keep, saved, stored, theme } from './app.mjs';
import { launch } from './chromium.mjs';
import { LARGEST } from './workbench.mjs';
import { serve } from './server.mjs';

const SLOWDOWN = 4;
const STARTS = 7;
const RATINGS = 100;
const AUDITS = 3;
/** A frame at 60 Hz, in ms. */
const FRAME = 1000 / 60;
/** What Lighthouse calls slow 4G: bytes a second and ms. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

const site = await serve({ quality: 11 });
const browser = await chromium.launch(launch);
const figures = process.argv[2] === 'accessibility' ? [] : [
  // Budgets: what Lighthouse calls good for a phone.
  ...(await starting('first page', { route: '', paint: 1800, ready: 3800 })),
  ...(await starting('gaps with a plan', { route: PAGES.gaps, plan: stored(PLANS.rated), paint: 1800, ready: 3800 })),
  ...(await starting('with a plan, cold, slow 4G', { route: '', plan: stored(PLANS.rated), network: SLOW_4G, ready: 2000 })),
  ...(await warm()),
  ...(await rating()),
  ...(await storing()),
];
await browser.close();
await lighthouses(async (audit, page) => {
  if (process.argv[2] !== 'accessibility') figures.push(...(await painting(audit)));
  figures.push(...(await accessibility(audit, page)));
});
await site.close();
console.log(JSON.stringify(figures));

async function slowPage(setup) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (setup) await page.addInitScript(({ key, value }) => localStorage.setItem(key, value), setup);
  const debug = await context.newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return { context, page, debug };
}

/** First contentful paint and readiness, each start with an empty cache. */
async function starting(what, { route, plan, network, paint: paintBudget, ready: readyBudget }) {
  const paints = [];
  const readies = [];
  for (let i = 0; i < STARTS; i++) {
    const { context, page, debug } = await slowPage(plan);
    await page.addInitScript(noteReady);
    if (network) await debug.send('Network.emulateNetworkConditions', network);
    await page.goto(site.url + route);
    await page.waitForFunction(() => window.readyAt && performance.getEntriesByName('first-contentful-paint').length);
    const [paint, ready] = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.readyAt]);
    paints.push(paint);
    readies.push(ready);
    await context.close();
  }
  return [
    ...(paintBudget ? [{ name: `${what}, first contentful paint, median`, value: at(paints, 0.5), unit: 'ms', budget: paintBudget }] : []),
    { name: `${what}, time to interactive, median`, value: at(readies, 0.5), unit: 'ms', budget: readyBudget },
  ];
}

/** Notes when the page is alive. Runs in the page. */
function noteReady() {
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.dataset.ready) return;
    window.readyAt = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true });
}

/** Readiness with a plan, when all comes from the service worker. */
async function warm() {
  const { context, page } = await slowPage(stored(PLANS.rated));
  await page.addInitScript(noteReady);
  await page.goto(site.url);
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  const readies = [];
  for (let i = 0; i < STARTS; i++) {
    await page.reload();
    await page.waitForFunction(() => window.readyAt);
    if (!(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)))) throw new Error('the service worker does not serve the page');
    readies.push(await page.evaluate(() => window.readyAt));
  }
  await context.close();
  return [{ name: 'with a plan, warm, time to interactive, median', value: at(readies, 0.5), unit: 'ms', budget: 600 }];
}

/** What it takes to store a plan with 50 snapshots and long notes, and the largest one that the tools make. */
async function storing() {
  const notes = Object.fromEntries(Object.keys(RATED).map((skill) => [skill, 'What was done, and what came of it. '.repeat(14)]));
  const snapshots = Array.from({ length: 50 }, (_, i) => ({ day: `2025-${String(1 + (i % 12)).padStart(2, '0')}-01`, name: `Review ${i}`, plan: { ...PLANS.rated, evidence: notes } }));
  return [
    await storingOf('a plan with 50 snapshots', { ...PLANS.rated, evidence: notes, snapshots }),
    await storingOf('the largest plan', LARGEST),
  ];
}

/** What it takes to store a plan with a rating that has just been made, in one go as when the page is left. */
async function storingOf(what, plan) {
  const { context, page } = await slowPage(stored(plan));
  await page.goto(site.url + PAGES['assess-list']);
  await page.locator('html[data-ready]').waitFor();
  const skill = page.getByRole('main').locator('select').first();
  const took = [];
  for (let i = 0; i < 15; i++) {
    // The page stores at once what is not stored yet when it is left.
    took.push(await skill.evaluate((select, level) => {
      const before = localStorage.length && JSON.stringify(localStorage);
      select.value = level;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      const begin = performance.now();
      dispatchEvent(new Event('pagehide'));
      const end = performance.now();
      return JSON.stringify(localStorage) === before ? null : end - begin;
    }, String(1 + (i % 5))));
  }
  await context.close();
  const stores = took.filter((time) => time !== null);
  if (stores.length < 10) throw new Error('a rating on the list of skills stored nothing: bring the bench up to date');
  return { name: `storing ${what}, median`, value: at(stores, 0.5), unit: 'ms', budget: FRAME };
}

/** Has Lighthouse look at pages, as on a phone, in a browser of its own: `look` gets a function that audits an address, and a page of it. */
async function lighthouses(look) {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'audits-'));
  // Lighthouse drives a browser by its port, which is free until the browser takes it.
  const port = 9300 + (process.pid % 500);
  const context = await chromium.launchPersistentContext(profile, { ...launch, args: [...launch.args, `--remote-debugging-port=${port}`] });
  const audit = async (address, category, settings = {}) => {
    const { lhr } = await lighthouse(site.url + address, { port, output: 'json', logLevel: 'error', onlyCategories: [category], ...settings });
    if (lhr.runtimeError) throw new Error(`Lighthouse on ${address || 'the first page'}: ${lhr.runtimeError.message}`);
    return lhr;
  };
  try {
    await look(audit, context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The first paint of the first page. */
async function painting(audit) {
  const paints = [];
  for (let i = 0; i < AUDITS; i++) paints.push((await audit('', 'performance')).audits);
  return [
    ['largest-contentful-paint', 'largest contentful paint', 'ms', 900],
    ['total-blocking-time', 'total blocking time', 'ms', 30],
    ['cumulative-layout-shift', 'cumulative layout shift', '', 0],
  ].map(([id, name, unit, budget]) => {
    return { name: `first page, Lighthouse mobile, ${name}, median`, value: at(paints.map((p) => p[id].numericValue), 0.5), unit, budget };
  });
}

/** What is hard to use for some people: of all pages of someone with a plan, and of links that were opened, in both themes. */
async function accessibility(audit, page) {
  const found = [];
  for (const colours of ['light', 'dark']) {
    await keep(page, site, stored(PLANS.rated), theme(colours));
    const pages = Object.entries({ ...PAGES, ...OPENED });
    const short = [];
    for (const [name, address] of pages) {
      // Lighthouse begins with empty storage unless it is told not to.
      const { audits, categories } = await audit(address, 'accessibility', { disableStorageReset: true });
      const points = 100 - categories.accessibility.score * 100;
      const why = Object.values(audits).filter((one) => one.score === 0 && one.scoreDisplayMode === 'binary').map((one) => one.id);
      if (points) short.push([points, `${name}: ${why.join(', ')}`]);
    }
    if (!(await saved(page))?.ratings) throw new Error('the plan was gone when the pages were looked at');
    const [points, worst] = short.sort(([a], [b]) => b - a)[0] ?? [0, ''];
    const name = `Lighthouse accessibility of ${pages.length} pages, ${colours}, most that one is short of 100${worst && ` (${worst})`}`;
    found.push({ name, value: points, unit: 'points', budget: 0 });
  }
  return found;
}

/** What a rating costs: the script's share by the browser's own account, and the time until the frame that shows it. */
async function rating() {
  const { context, page, debug } = await slowPage(stored(PLANS.started));
  await debug.send('Performance.enable');
  await page.goto(site.url + RATING.route);
  const option = page.locator(RATING.option).first();
  await option.waitFor();
  await option.focus();
  const evaluate = (expression) => debug.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  const frame = () => evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  const scriptTime = async () => {
    const { metrics } = await debug.send('Performance.getMetrics');
    return metrics.find((m) => m.name === 'ScriptDuration').value * 1000;
  };
  // From the key's own time stamp to behind the frame that follows it.
  await evaluate(`addEventListener('keydown', (event) => {
    requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.frameTook = performance.now() - event.timeStamp; }; channel.port2.postMessage(0); });
  }, { capture: true })`);

  const scripts = [];
  const frames = [];
  const idle = [];
  let rated = 0;
  for (let i = 0; i < RATINGS; i++) {
    let before = await scriptTime();
    await frame();
    idle.push((await scriptTime()) - before);
    const key = RATING.keys[i % RATING.keys.length];
    before = await scriptTime();
    await debug.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, code: `Digit${key}`, windowsVirtualKeyCode: 48 + Number(key) });
    await frame();
    scripts.push((await scriptTime()) - before);
    await debug.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: `Digit${key}`, windowsVirtualKeyCode: 48 + Number(key) });
    await frame();
    frames.push((await evaluate('window.frameTook')).result.value);
    rated += Number(/^1\s/.test((await evaluate(`document.querySelector('${RATING.said}').textContent`)).result.value));
    // Back to the same question, which no figure counts.
    await evaluate(`document.querySelector('${RATING.back}').click()`);
    await frame();
  }
  await context.close();
  if (rated < RATINGS) throw new Error(`the keys rated nothing on ${RATING.route}: bring RATING in app.mjs up to date`);
  // What measuring itself costs is no part of the rating.
  const own = at(idle, 0.5);
  const script = scripts.map((s) => Math.max(0, s - own));
  return [
    { name: 'rating, script, p50', value: at(script, 0.5), unit: 'ms', budget: 4 },
    { name: 'rating, script, p99', value: at(script, 0.99), unit: 'ms', budget: 5 },
    { name: 'rating, key to next frame, p50', value: at(frames, 0.5), unit: 'ms' },
  ];
}

/** The value below which a share of the values lies. */
function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
