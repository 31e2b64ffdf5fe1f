// How long the app takes in Chromium at a quarter of this machine's speed: to start, and to show a rating.
// Prints [{ name, value, unit, budget? }] as JSON: `node bench.mjs`.
import { chromium } from '@playwright/test';
import { PAGES, PLANS, RATING, stored } from './app.mjs';
import { launch } from './chromium.mjs';
import { serve } from './server.mjs';

const SLOWDOWN = 4;
const STARTS = 7;
const RATINGS = 100;

const browser = await chromium.launch(launch);
const site = await serve({ quality: 11 });
const figures = [
  // Budgets: what Lighthouse calls good for a phone.
  ...(await starting('first page', { route: '', paint: 1800, ready: 3800 })),
  ...(await starting('gaps with a plan', { route: PAGES.gaps, plan: stored(PLANS.rated), paint: 1800, ready: 3800 })),
  ...(await rating()),
];
await browser.close();
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
async function starting(what, { route, plan, paint: paintBudget, ready: readyBudget }) {
  const paints = [];
  const readies = [];
  for (let i = 0; i < STARTS; i++) {
    const { context, page } = await slowPage(plan);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.documentElement?.dataset.ready) return;
        window.readyAt = performance.now();
        observer.disconnect();
      }).observe(document, { attributes: true, subtree: true });
    });
    await page.goto(site.url + route);
    await page.waitForFunction(() => window.readyAt && performance.getEntriesByName('first-contentful-paint').length);
    const [paint, ready] = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.readyAt]);
    paints.push(paint);
    readies.push(ready);
    await context.close();
  }
  return [
    { name: `${what}, first contentful paint, median`, value: at(paints, 0.5), unit: 'ms', budget: paintBudget },
    { name: `${what}, time to interactive, median`, value: at(readies, 0.5), unit: 'ms', budget: readyBudget },
  ];
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
    rated += Number(/^1 /.test((await evaluate(`document.querySelector('${RATING.said}').textContent`)).result.value));
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
    { name: 'rating, script, p99', value: at(script, 0.99), unit: 'ms', budget: 16 },
    { name: 'rating, key to next frame, p50', value: at(frames, 0.5), unit: 'ms' },
  ];
}

/** The value below which a share of the values lies. */
function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
