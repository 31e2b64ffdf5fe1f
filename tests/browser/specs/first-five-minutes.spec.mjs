// The first five minutes: from opening the page to a ranked gap and a route, with presses, words on screen and waiting counted; the
// rating page on a phone, its undo, its rounds, what is enough, and what a rating costs.
import { test, expect, open, ready, audit, overflow } from '../fixtures.mjs';
import { LINKS, PAGES, PLANS, RATED, keep, saved, stored } from '../app.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const main = (page) => page.getByRole('main');
const round = (page) => page.getByRole('button', { name: /^Rate \d: \d+ to \d+\spoints?$/ });
const skillShown = async (page) => new URL(await page.getByRole('link', { name: 'In the guide' }).evaluate((a) => a.href)).hash.split('/').pop();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Minutes that a person takes: reading at 240 words a minute, a second and a half for each press and its decision, and the waiting. */
const minutes = ({ words, presses, waited }) => words / 240 + (presses * 1.5 + waited / 1000) / 60;

test.describe('on a phone', () => {
  test.use(phone);

  test('from opening the page to a ranked gap and a route: at most 25 presses and 5 minutes', async ({ page, site }) => {
    const count = { presses: 0, words: 0, waited: 0 };
    const seen = new Set();
    /** The words that stand on the screen and were not there before: each text once, as a person reads it. */
    const read = async () => {
      const texts = await page.evaluate(() => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) {
          const text = walk.currentNode.textContent.trim();
          const parent = walk.currentNode.parentElement;
          if (!text || !parent.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || parent.closest('.hush, option, script, style, noscript, svg')) continue;
          const range = document.createRange();
          range.selectNodeContents(walk.currentNode);
          const box = range.getBoundingClientRect();
          // What a bar covers is not read either.
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          if (top && (top === parent || parent.contains(top) || top.contains(parent))) found.push(text);
        }
        return found;
      });
      for (const text of texts) {
        if (seen.has(text)) continue;
        seen.add(text);
        count.words += text.split(/\s+/).length;
      }
    };
    /** One press, and how long the page takes from it to its last change. */
    const press = async (act, there) => {
      await read();
      count.presses += 1;
      await act();
      await there();
      count.waited += await page.evaluate(() => {
        const took = Math.max(0, (window.changedAt ?? 0) - (window.pressedAt ?? Infinity));
        window.pressedAt = undefined;
        return Number.isFinite(took) ? took : 0;
      });
    };
    await page.addInitScript(() => {
      addEventListener('click', () => { window.pressedAt = performance.now(); }, { capture: true });
      new MutationObserver(() => { window.changedAt = performance.now(); }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await open(page, site);
    await expect(page.getByLabel('I am')).toBeVisible();
    count.waited += await page.evaluate(() => window.changedAt);

    // Two choices are two presses each, the years one and a digit.
    await press(() => page.getByLabel('I am').selectOption({ label: 'Engineering Manager' }), async () => {});
    await press(() => page.getByLabel('I want to be').selectOption({ label: 'Head of Engineering' }), async () => {});
    await press(() => page.getByLabel('Years so far').fill('7'), async () => {});
    count.presses += 3;
    await press(() => page.getByRole('button', { name: 'Plan my route' }).click(), () => expect(heading(page)).toContainText('to Head of Engineering'));
    await press(() => page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Home' }).click(), () => expect(page.getByRole('link', { name: /^Rate \d+\sskills$/ })).toBeVisible());
    await press(() => page.getByRole('link', { name: /^Rate \d+\sskills$/ }).click(), () => expect(main(page).getByText('0 of 27 rated')).toBeVisible());

    let rated = 0;
    const rateNext = async () => {
      const [name, id] = [await heading(page).textContent(), await skillShown(page)];
      await press(() => page.locator(`label[for=level-${RATED[id]}]`).click(), () => expect(heading(page)).not.toHaveText(name));
      rated += 1;
    };
    while (!await page.getByText('Enough for a first answer').isVisible()) await rateNext();
    // It says what is certain, and that one may stop.
    await expect(heading(page)).toHaveText(/^(Three|Four|Five|Six) gaps stand out already$/);
    await expect(main(page).getByText('You can stop here')).toBeVisible();
    await press(() => main(page).getByRole('link', { name: 'See my gaps' }).click(), () => expect(heading(page)).toHaveText(/Head of Engineering/));
    await expect(main(page).locator('.gap-row').first()).toBeVisible();
    await press(() => page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Route' }).click(), () => expect(heading(page)).toContainText('to Head of Engineering'));
    await read();
    const said = () => `${count.presses} presses, ${count.words} words, ${Math.round(count.waited)} ms of waiting, ${rated} skills rated, ${minutes(count).toFixed(1)} minutes`;
    console.log(said());
    expect(count.presses).toBeLessThanOrEqual(25);
    expect(count.waited).toBeLessThanOrEqual(10_000);
    expect(minutes(count)).toBeLessThanOrEqual(5);
    expect(Object.keys((await saved(page)).ratings)).toHaveLength(rated);

    // Whoever has time left rates a round more, within the same presses and little more time.
    await page.goBack();
    await page.goBack();
    await press(() => round(page).click(), () => expect(page.getByRole('radio')).toHaveCount(6));
    for (let n = 0; n < 5; n += 1) await rateNext();
    await expect(page.getByText('Enough for a first answer')).toBeVisible();
    await press(() => main(page).getByRole('link', { name: 'See my gaps' }).click(), () => expect(heading(page)).toHaveText(/Head of Engineering/));
    console.log(`with a round more: ${said()}`);
    expect(count.presses).toBeLessThanOrEqual(25);
    expect(minutes(count)).toBeLessThanOrEqual(5.5);
  });

  test('every question, its six answers and the bar fit without scrolling, and an answer takes two lines at most', async ({ page, site }) => {
    test.slow();
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.assess);
    // The bar is at its tallest once something was rated.
    await page.locator('label[for=level-2]').click();
    for (const id of Object.keys(RATED)) {
      await page.evaluate((to) => { location.hash = `#/assess/skill/${to}`; }, id);
      await expect.poll(() => skillShown(page)).toBe(id);
      if (await page.getByRole('button', { name: 'Take the rating back' }).count()) continue;
      const found = await page.evaluate(() => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const options = [...document.querySelectorAll('.option')];
        return {
          scrolled: scrollY,
          top: box('.assess-top').top, heading: box('#heading').top - box('.assess-top').bottom,
          room: box('.dock').top - options.at(-1).getBoundingClientRect().bottom,
          below: innerHeight - box('.dock').bottom,
          lines: options.map((o) => {
            const line = o.querySelector('span');
            return Math.round(line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight));
          }),
        };
      });
      expect(found.scrolled, id).toBe(0);
      expect(found.top, id).toBeGreaterThanOrEqual(0);
      expect(found.heading, id).toBeGreaterThanOrEqual(0);
      expect(found.room, `${id}: no answer is behind the bar`).toBeGreaterThanOrEqual(0);
      expect(found.below, id).toBeGreaterThanOrEqual(0);
      expect(Math.max(...found.lines), `${id}: ${found.lines}`).toBeLessThanOrEqual(2);
    }
  });
});

test('one question follows the other in place, and is read out', async ({ page, site }) => {
  const noted = 'What shows it';
  await keep(page, site, stored({ ...PLANS.started, evidence: { communication: noted, leadership: noted } }));
  await open(page, site, PAGES.assess);
  const said = (text) => page.getByRole('status').filter({ hasText: text });
  const unfolded = page.locator('details.examples[open]');
  await heading(page).evaluate((element) => { window.first = element; });
  const seen = new Set();
  for (let n = 0; n < 6; n += 1) {
    const name = await heading(page).textContent();
    seen.add(name);
    await page.getByText('Each level in full, with examples').click();
    await expect(unfolded.getByRole('definition')).toHaveCount(6);
    // A note that is there already is to be seen, and only with its own skill.
    const note = page.getByRole('textbox', { name: /^What shows it\?/ });
    const skill = await skillShown(page);
    await expect(note).toHaveCount(['communication', 'leadership'].includes(skill) ? 1 : 0);
    const focus = n % 2 === 0 ? heading(page) : page.getByRole('radio').nth(2);
    await focus.focus();
    await page.keyboard.press('5');
    await expect(heading(page)).not.toHaveText(name);
    const next = await heading(page).textContent();
    expect(await heading(page).evaluate((element) => element === window.first)).toBe(true);
    await expect(heading(page)).toBeFocused();
    await expect(unfolded).toHaveCount(0);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('group', { name: `Your level in ${next}. Choosing one rates.` })).toBeVisible();
    // The focus reads the next question out, unless it was there already.
    const verdict = new RegExp(`^${name} 5: [a-z ]+${n % 2 === 0 ? `\\. Next: ${next}\\.` : ''}\\s?$`);
    await expect(said(verdict)).toBeAttached();
  }
  expect(seen.size).toBe(6);
});

test('undo goes back to the question and takes the rating back, as often as something was rated', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess);
  const names = [];
  const titles = new Set();
  for (const level of [3, 4]) {
    names.push(await heading(page).textContent());
    await page.locator(`label[for=level-${level}]`).click();
    await expect(main(page).getByText(new RegExp(`^${names.at(-1)} ${level}: `))).toBeVisible();
    // Each question names the document.
    await expect(page).toHaveTitle(/^How good are you at .+\? – Career Explorer$/);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(2);
  for (const name of names.reverse()) {
    await page.getByRole('button', { name: `Undo ${name}` }).press('Enter');
    await expect(heading(page)).toHaveText(name);
    await expect(heading(page)).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: `${name} is unrated again.` })).toBeAttached();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  }
  await expect(page.getByRole('button', { name: /^Undo/ }).and(main(page).getByRole('button'))).toHaveCount(0);
  await expect.poll(async () => (await saved(page)).ratings ?? {}).toEqual({});
});

test('undo brings back the steps that a lower rating had opened', async ({ page, site }) => {
  const done = { 'strategic-vision:3': '2026-01-05' };
  await keep(page, site, stored({ ...PLANS.rated, ratings: { ...RATED, 'strategic-vision': 3 }, done }));
  await open(page, site, '#/assess/skill/strategic-vision');
  await expect(page.locator('.option').filter({ hasText: 'asked' })).toContainText('Shaping');
  await page.locator('label[for=level-1]').click();
  await expect(main(page).getByText('Four short.')).toBeVisible();
  await expect.poll(async () => (await saved(page)).done).toEqual({});
  await page.getByRole('button', { name: 'Undo Strategic vision' }).click();
  await expect(main(page).getByText('Two short.')).toBeVisible();
  await expect.poll(async () => (await saved(page)).done).toEqual(done);
});

test('enough is said once, then after each round, and what was passed over comes again', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.assess);
  await expect(page.getByText('Enough for a first answer')).toBeVisible();
  await expect(main(page).getByRole('listitem').filter({ has: page.getByRole('img') })).toHaveCount(3);
  expect(await audit(page)).toEqual([]);
  const width = Number(/: (\d+) to/.exec(await round(page).textContent())[1]);
  const promised = Number(/to (\d+)/.exec(await round(page).textContent())[1]);
  const [low, high] = (await main(page).locator('.assess-top b').textContent()).match(/\d+/g).map(Number);
  expect(Math.abs(high - low - width)).toBeLessThanOrEqual(1);
  await round(page).click();
  const passed = await heading(page).textContent();
  await page.getByRole('button', { name: 'Not sure' }).click();
  await expect(heading(page)).not.toHaveText(passed);
  for (let n = 0; n < 4; n += 1) {
    await expect(page.getByRole('radio')).toHaveCount(6);
    const name = await heading(page).textContent();
    expect(name).not.toBe(passed);
    await page.keyboard.press('3');
    await expect(heading(page)).not.toHaveText(name);
  }
  // A skill that was passed over narrows nothing.
  await expect(page.getByText('Enough for a first answer')).toBeVisible();
  expect(Number(/: (\d+) to/.exec(await round(page).textContent())[1])).toBeGreaterThan(promised);
  await round(page).click();
  await expect(heading(page)).toHaveText(passed);
});

test('once it is enough, what another tab rates counts at once, and the focus is never nowhere', async ({ page, context, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.assess);
  const left = async () => Number(/whatever the other (\d+) are/.exec(await main(page).locator('section.question').textContent())[1]);
  const [unrated, offered] = [await left(), await round(page).textContent()];
  await round(page).focus();
  const other = await context.newPage();
  await open(other, site, PAGES.assess);
  await round(other).click();
  const name = await heading(other).textContent();
  await other.keyboard.press('3');
  await expect(heading(other)).not.toHaveText(name);
  await expect.poll(left).toBe(unrated - 1);
  await expect(round(page)).not.toHaveText(offered);
  await expect(round(page)).toBeFocused();
  // What was rated here, and is rated otherwise there, takes its undo with it.
  await round(page).click();
  const rated = await heading(page).textContent();
  await page.keyboard.press('4');
  const undo = page.getByRole('button', { name: `Undo ${rated}` });
  await undo.focus();
  await open(other, site, PAGES['assess-list']);
  await other.getByRole('combobox', { name: rated }).selectOption('2');
  await expect(undo).toBeHidden();
  expect(await page.evaluate(() => document.activeElement.localName)).not.toBe('body');
});

test('evidence can be written for the skill that was just rated', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.started));
  await open(page, site, PAGES.assess);
  const name = await heading(page).textContent();
  await page.keyboard.press('4');
  await expect(heading(page)).not.toHaveText(name);
  const next = await heading(page).textContent();
  // A rating of 3 or more asks for it, and says that nothing is there.
  await page.getByRole('button', { name: 'Add evidence: none yet' }).click();
  await expect(page.locator('#evidence')).toBeFocused();
  await page.keyboard.type('Wrote the roadmap that three teams plan by');
  await expect.poll(async () => Object.values((await saved(page)).evidence ?? {})).toEqual(['Wrote the roadmap that three teams plan by']);
  await page.getByRole('button', { name: `${next} next` }).click();
  await expect(heading(page)).toHaveText(next);
  await expect(heading(page)).toBeFocused();
});

test('rough ratings say the same of the same plan, and where the figure lies', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.assess);
  await expect(heading(page)).toHaveText('All 27 skills are rated');
  const said = page.getByText(/^If every second rating is a level off/);
  await expect(said).toHaveText(/between \d+ and \d+\s% in eight of ten cases/);
  const first = await said.textContent();
  await page.reload();
  await ready(page);
  await expect(said).toHaveText(first);
});

test.describe('states', () => {
  const states = {
    first: { plan: PLANS.started, route: PAGES.assess },
    next: { plan: PLANS.started, route: PAGES.assess, act: (page) => page.keyboard.press('3') },
    enough: { plan: PLANS.half, route: PAGES.assess },
    rated: { plan: PLANS.rated, route: '#/assess/skill/communication' },
    all: { plan: PLANS.rated, route: PAGES.assess },
    onward: { plan: { ...PLANS.half, to: 'board-advisor' }, route: PAGES.assess },
    'onward, rated': { plan: { ...PLANS.rated, to: 'board-advisor' }, route: PAGES.assess },
    list: { plan: PLANS.half, route: PAGES['assess-list'] },
    rater: { plan: PLANS.half, route: LINKS.rate, act: (page) => page.keyboard.press('3') },
    embedded: { plan: PLANS.half, route: `?embed=1${PAGES.assess}` },
  };
  for (const [name, { plan, route, act }] of Object.entries(states)) {
    test(`${name}: no accessibility fault, nothing sticks out, at 320 px and with large text, in both themes and forced colours`, async ({ page, site }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await keep(page, site, stored(plan));
      await open(page, site, route);
      await act?.(page);
      await expect(heading(page)).toBeVisible();
      if (name.startsWith('onward')) await expect(main(page)).not.toContainText(/\bgate\b(?! )|Ready for/);
      expect(await audit(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await audit(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await overflow(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      expect(await overflow(page)).toEqual([]);
      // Nothing that has the focus is hidden by the bars.
      const hidden = await page.evaluate(() => {
        const stuck = [...document.querySelectorAll('.dock, .assess-top, .main-nav')].filter((e) => ['sticky', 'fixed'].includes(getComputedStyle(e).position));
        const problems = [];
        for (const one of document.querySelectorAll('main input, main a, main button, main summary')) {
          if (!one.checkVisibility()) continue;
          one.focus();
          const shown = one.closest('label') ?? one;
          if (stuck.some((e) => e.contains(one))) continue;
          const box = shown.getBoundingClientRect();
          if (stuck.some((e) => { const b = e.getBoundingClientRect(); return b.top <= box.top + 1 && b.bottom >= box.bottom - 1; })) problems.push(shown.textContent.slice(0, 40));
        }
        return problems;
      });
      expect(hidden).toEqual([]);
    });
  }
});
