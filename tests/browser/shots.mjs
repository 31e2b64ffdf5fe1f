// Pictures of pages and states, light and dark, narrow and wide, into OUT (target/shots): `node shots.mjs [name]`; WIDTH=360,1280 for some widths alone.
// A new picture is a new line in SHOTS.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { LINKS, PAGES, PLANS, stored, visit } from './app.mjs';
import { launch } from './chromium.mjs';
import { ready } from './fixtures.mjs';
import { serve } from './server.mjs';
import { logged, noted, worked } from './workbench.mjs';

const THEMES = ['light', 'dark'];
const WIDTHS = { 360: 740, 768: 1024, 1280: 800, 1600: 900 };

/** name, route, and optionally: plan and before (stored before the app starts), act (what is done then), plain (a page without the app), media. */
const SHOTS = [
  { name: 'home-first', route: PAGES.home },
  { name: 'home-half', route: PAGES.home, plan: PLANS.half },
  { name: 'home-rated', route: PAGES.home, plan: PLANS.rated },
  { name: 'home-returning', route: PAGES.home, plan: PLANS.rated, before: [visit('2026-09-01', LINKS.shared)] },
  { name: 'home-related', route: PAGES.home, plan: { ...PLANS.rated, to: 'engineering-consultant' } },
  { name: 'home-no-route', route: PAGES.home, plan: { ...PLANS.rated, from: 'head-of-engineering', to: 'technical-lead' } },
  { name: 'home-there', route: PAGES.home, plan: { ...PLANS.rated, from: 'head-of-engineering' } },
  { name: 'home-started', route: PAGES.home, plan: PLANS.started },
  { name: 'map', route: PAGES.map, plan: PLANS.half },
  { name: 'map-title', route: `${PAGES.map}/engineering-manager`, plan: PLANS.half },
  { name: 'map-compare', route: `${PAGES.map}/engineering-manager/vs/technical-lead`, plan: PLANS.half },
  { name: 'assess-first', route: PAGES.assess, plan: PLANS.started },
  { name: 'assess-next', route: PAGES.assess, plan: PLANS.started, act: (page) => page.locator('label[for=level-3]').click() },
  { name: 'assess-enough', route: PAGES.assess, plan: PLANS.half },
  { name: 'assess-skill', route: `${PAGES.assess}/skill/problem-solving`, plan: PLANS.rated },
  { name: 'assess-all', route: PAGES.assess, plan: PLANS.rated },
  { name: 'assess-list', route: `${PAGES.assess}/list`, plan: PLANS.half },
  { name: 'learn-empty', route: PAGES.certifications },
  { name: 'learn-rated', route: PAGES.certifications, plan: PLANS.rated },
  { name: 'pay', route: PAGES.pay, plan: { ...PLANS.half, records: { settings: { pay: { base: '90,000 €' } }, balance: { 'balance-no': { adopted: true } }, 'check-ins': { '2026-06-01': { hours: 1, thought: 2, pace: 3 }, '2026-08-01': { hours: 4, thought: 2, pace: 3 }, '2026-10-01': { hours: 4, thought: 4, pace: 3 } } } } },
  { name: 'gaps-empty', route: PAGES.gaps },
  { name: 'gaps-half', route: PAGES.gaps, plan: PLANS.half },
  { name: 'gaps-rated', route: PAGES.gaps, plan: PLANS.rated },
  { name: 'gaps-open', route: PAGES.gaps, plan: PLANS.rated, act: (page) => page.getByRole('button', { name: 'Strategic Vision' }).click() },
  { name: 'gaps-log', route: PAGES.gaps, plan: logged, act: (page) => page.getByRole('button', { name: 'Strategic Vision' }).click() },
  { name: 'gaps-done', route: PAGES.gaps, plan: PLANS.done },
  { name: 'gaps-related', route: PAGES.gaps, plan: PLANS.related },
  { name: 'route-empty', route: PAGES.route },
  { name: 'route-rated', route: PAGES.route, plan: PLANS.rated },
  { name: 'plan-rated', route: PAGES.plan, plan: PLANS.rated },
  { name: 'guide', route: PAGES.guide },
  { name: 'guide-skills', route: `${PAGES.guide}/skills` },
  { name: 'share-dialog', route: PAGES.plan, plan: PLANS.rated, act: share },
  { name: 'shared', route: LINKS.shared },
  { name: 'shared-compare', route: LINKS.shared, plan: PLANS.half, act: async (page) => { await page.getByRole('button', { name: 'Show their levels' }).click(); await page.getByRole('button', { name: 'Compare with mine' }).click(); } },
  { name: 'shared-open', route: LINKS.shared, act: (page) => page.getByRole('button', { name: 'Show their levels' }).click() },
  { name: 'shared-differ', route: LINKS.shared, act: differ },
  { name: 'shared-no-destination', route: '#/shared/wQERAQgKoFAoFAoFAoFAoJlDASw' },
  { name: 'shared-box', route: '#/shared' },
  { name: 'shared-damaged', route: '#/shared/damaged' },
  { name: 'rate', route: LINKS.rate },
  { name: 'rate-done', route: LINKS.rate, act: finish },
  { name: 'rated', route: LINKS.rated, plan: PLANS.rated },
  { name: 'data', route: PAGES.data, plan: PLANS.half },
  { name: 'data-erase', route: PAGES.data, plan: PLANS.half, act: (page) => page.getByRole('button', { name: 'Erase my plan' }).click() },
  { name: 'prepare', route: PAGES.prepare, plan: PLANS.rated },
  { name: 'linkedin', route: PAGES.linkedin, plan: PLANS.rated },
  { name: 'resume', route: PAGES.resume, plan: PLANS.rated },
  { name: 'linkedin-empty', route: PAGES.linkedin },
  { name: 'embed-page', route: PAGES.embed },
  { name: 'more', route: PAGES.more },
  { name: 'embedded', route: `?embed=1&accent=%23b3261e&heading=Careers%20at%20Example${PAGES.gaps}`, plan: PLANS.half },
  { name: 'embedded-first', route: '?embed=1' },
  { name: 'stopped', route: PAGES.gaps, plan: PLANS.half, act: stop },
  { name: 'not-found', route: '#/no-such-page' },
  { name: 'start-failed', route: PAGES.home, faults: { '.wasm': 'missing' }, failed: true },
  { name: 'gaps-print', route: PAGES.gaps, plan: PLANS.rated, media: { media: 'print' } },
  { name: 'gaps-forced-colours', route: PAGES.gaps, plan: PLANS.rated, media: { forcedColors: 'active' } },
  { name: 'evidence-none', route: '#/evidence' },
  { name: 'evidence-rated', route: '#/evidence', plan: PLANS.rated },
  { name: 'evidence-log', route: '#/evidence', plan: logged, act: (page) => page.getByLabel(/Something worked out/).fill('Standup moved to writing for both remote sites, meetings down from 9 to 5 hours a week') },
  { name: 'evidence-notes', route: '#/evidence', plan: noted, act: (page) => page.getByText('2 notes from where you rate').click() },
  { name: 'evidence-entry', route: '#/evidence/a03', plan: logged },
  { name: 'interview-none', route: '#/prepare/interview' },
  { name: 'interview-stories', route: '#/prepare/interview', plan: logged, act: (page) => page.getByRole('button', { name: /^Practise: Tell me about something that failed/ }).click() },
  { name: 'prepare', route: '#/prepare', plan: logged },
  { name: 'evidence-print', route: '#/evidence', plan: logged, media: { media: 'print' } },
  { name: 'evidence-forced-colours', route: '#/evidence', plan: logged, media: { forcedColors: 'active' } },
  ...['actions', 'goals', 'review', 'history', 'evidence', 'prepare', 'interview', 'linkedin', 'resume', 'certifications', 'pay', 'brief'].flatMap((page) => [
    { name: `bench-${page}-nothing`, route: PAGES[page] }, { name: `bench-${page}-some`, route: PAGES[page], plan: PLANS.rated }, { name: `bench-${page}-much`, route: PAGES[page], plan: worked },
  ]),
  { name: 'bench-pace', route: PAGES.plan, plan: { ...worked, pace: { hours_to_4: 90 } }, act: (page) => page.getByText('Adjust the estimate').click() },
  { name: 'bench-take-away', route: PAGES.data, plan: worked },
  { name: 'bench-action-form', route: PAGES.actions, plan: worked, act: (page) => page.getByRole('button', { name: /^Edit/ }).nth(1).click() },
  { name: 'bench-goal-form', route: PAGES.goals, plan: worked, act: (page) => page.getByRole('button', { name: /^Edit/ }).first().click() },
  { name: 'guide-page', route: 'guide.html', plain: true },
  { name: 'guide-page-print', route: 'guide.html', plain: true, media: { media: 'print' } },
];

/** Denies the program an element that it needs. */
async function stop(page) {
  await page.evaluate(() => {
    Document.prototype.createElement = () => { throw new Error('denied'); };
    location.hash = '#/plan';
  });
  await page.waitForSelector('#stopped[open]');
}

const only = process.argv[2];
const shots = SHOTS.filter((shot) => !only || shot.name === only || shot.name.startsWith(`${only}-`));
if (shots.length === 0) throw new Error(`no picture is called “${only}”; there are ${SHOTS.map((s) => s.name).join(', ')}`);
const out = process.env.OUT ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../target/shots');
await mkdir(out, { recursive: true });

const troubles = [];
const browser = await chromium.launch(launch);
const widths = Object.entries(WIDTHS).filter(([width]) => !process.env.WIDTH || process.env.WIDTH.split(',').includes(width));
for (const theme of THEMES) {
  for (const [width, height] of widths) for (const shot of shots) await picture(shot, theme, Number(width), height);
}
await browser.close();
console.log(`${shots.length * THEMES.length * widths.length} pictures in ${path.relative(process.cwd(), out) || out}`);
for (const trouble of troubles) console.log(`trouble: ${trouble}`);
process.exitCode = troubles.length ? 1 : 0;

async function share(page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('Show it as a QR code').click();
}

/** Rates some skills of somebody unseen, and goes back to their plan. */
async function differ(page) {
  await page.getByRole('button', { name: 'Rate them, unseen' }).click();
  for (const key of ['1', '5', '3', '4', '2']) {
    const name = await page.getByRole('heading', { level: 2 }).first().textContent();
    await page.keyboard.press(key);
    await page.waitForFunction((before) => document.querySelector('h2').textContent !== before, name);
  }
  await page.getByRole('button', { name: 'Back to their plan' }).click();
}

async function finish(page) {
  await page.locator('label[for=level-3]').click();
  await page.getByRole('button', { name: 'Finish' }).click();
}

async function picture(shot, theme, width, height) {
  const name = `${shot.name}-${theme}-${width}`;
  // A server and so a storage of its own for each picture.
  const site = await serve();
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => { if (shot.act !== stop) troubles.push(`${name}: ${error.message}`); });
    if (shot.media) await page.emulateMedia(shot.media);
    for (const [ending, kind] of Object.entries(shot.faults ?? {})) {
      for (const [, file] of (await readFile(path.join(site.folder, 'index.html'), 'utf8')).matchAll(/"([^"]+)"/g)) {
        if (file.endsWith(ending)) site.fault(file, kind);
      }
    }
    for (const entry of [...(shot.plan ? [stored(shot.plan)] : []), ...(shot.before ?? [])]) {
      await page.addInitScript(({ key, value }) => localStorage.setItem(key, value), entry);
    }
    await page.goto(site.url + shot.route);
    if (shot.failed) await page.waitForSelector('html[data-failed]', { state: 'attached', timeout: 15_000 });
    else if (!shot.plain) await ready(page);
    await shot.act?.(page);
    // One frame for what the app drew last.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) troubles.push(`${name}: ${sideways} px stick out sideways`);
    await page.screenshot({ path: path.join(out, `${name}.png`), fullPage: true });
  } catch (error) {
    troubles.push(`${name}: ${error.message.split('\n')[0]}`);
  } finally {
    await context.close();
    await site.close();
  }
}
