// Rows that stay what they are while their figures change, where the focus goes, which keys work from when, and what is said.
import { test, expect, open, ready } from '../fixtures.mjs';
import { keep, LINKS, PAGES, PLANS, saved, stored } from '../app.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });

/** Listens to live regions from now on. What it gives waits until just this has been said since it was last asked. */
async function listen(page) {
  await page.evaluate(() => {
    window.said = [];
    const note = (records) => records.forEach(({ target }) => {
      const region = (target.nodeType === 3 ? target.parentElement : target)?.closest('[role=status], [role=alert], [aria-live]');
      if (region?.textContent.trim()) window.said.push(region.textContent.trim());
    });
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return async (...expected) => {
    await expect.poll(() => page.evaluate(() => window.said)).toEqual(expected);
    await page.evaluate(() => { window.said = []; });
  };
}

/** An edit in another tab, which the page is told of. */
async function rateElsewhere(page, site, skill, level) {
  const tab = await page.context().newPage();
  await open(tab, site, `#/assess/skill/${skill}`);
  await tab.locator(`label[for=level-${level}]`).click();
  await saved(tab);
  await tab.close();
}

test.describe('rows', () => {
  test('an open row stays open and is the same one when its skill is rated, and so does the focus in it', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.half));
    await open(page, site, PAGES.gaps);
    const rows = page.getByRole('main').locator('.gap-row');
    const row = rows.filter({ has: page.getByRole('heading', { name: 'Strategic Vision' }) });
    const other = rows.filter({ has: page.getByRole('heading', { name: 'Communication' }) });
    await page.getByRole('button', { name: /^Unrated/ }).click();
    await other.getByRole('button').click();
    await row.getByRole('button').click();
    await row.getByText('How this is worked out').click();
    await row.evaluate((li) => { window.row = li; window.place = [...li.parentElement.children].indexOf(li); });
    await row.getByRole('button').focus();
    await rateElsewhere(page, site, 'strategic-vision', 5);
    await expect(row).toContainText('met');
    // It has moved down the list with what is met, and is the same element, open as it was.
    expect(await row.evaluate((li) => li === window.row)).toBe(true);
    expect(await row.evaluate((li) => [...li.parentElement.children].indexOf(li) > window.place)).toBe(true);
    await expect(row.getByRole('button', { name: 'Strategic Vision', expanded: true })).toBeFocused();
    await expect(row.getByText('Today, 5')).toBeVisible();
    await expect(row.getByRole('table')).toBeVisible();
    await expect(other.getByRole('button', { expanded: true })).toBeVisible();
  });

  test('what is unfolded on the route stays so when the pace changes', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.route);
    const leg = page.getByRole('main').locator('.in-time');
    await leg.getByText('How this is worked out').click();
    await page.getByText(/^To meet everything .* asks: \d+\ssteps more$/).first().click();
    // At the usual pace the leg takes longer than people stay, and the page offers the hours that would do.
    const enough = leg.getByRole('button', { name: /^Make it \d+\shours a week$/ });
    const hours = (await enough.textContent()).match(/\d+/)[0];
    await enough.click();
    await expect(leg).toContainText(`At ${hours} hours a week`);
    await expect(leg.getByRole('table')).toBeVisible();
    await expect(page.locator('.more-chips[open]')).toHaveCount(1);
    await expect(enough).toHaveCount(0);
  });

  test.describe('with motion', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' }, reducedMotion: 'no-preference' });

    test('a bar moves from its old value to the new one', async ({ page, site }) => {
      await keep(page, site, stored(PLANS.half));
      await open(page, site, '#/assess/skill/communication');
      const moved = page.evaluate(() => new Promise((resolve) => {
        document.addEventListener('transitionrun', (e) => { if (e.target.matches('.range i') && e.propertyName === 'inline-size' || e.propertyName === 'width') resolve(getComputedStyle(e.target).width); });
      }));
      await page.locator('label[for=level-3]').click();
      expect(await moved).toMatch(/px$/);
      // A level grows into its place in a row that is elsewhere in the list now.
      await open(page, site, PAGES.gaps);
      await page.getByRole('button', { name: /^Unrated/ }).click();
      await page.getByRole('button', { name: 'Strategic Vision' }).click();
      const grown = page.evaluate(() => new Promise((resolve) => {
        document.addEventListener('transitionrun', (e) => { if (e.target.matches('.levels i.have') && e.propertyName === 'transform') resolve(e.target.closest('.gap-row').textContent); });
      }));
      await rateElsewhere(page, site, 'strategic-vision', 5);
      expect(await grown).toContain('Strategic Vision');
    });
  });

  test('under reduced motion nothing moves', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.half));
    await open(page, site, PAGES.gaps);
    const durations = await page.locator('.range i, .levels i').evaluateAll((all) => all.flatMap((e) => [getComputedStyle(e).transitionDuration, getComputedStyle(e, '::before').transitionDuration]));
    expect(new Set(durations)).toEqual(new Set(['0s']));
  });
});

test.describe('the focus', () => {
  test('is on the answers after a rating is taken back', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, '#/assess/skill/communication');
    await page.getByRole('button', { name: 'Take the rating back' }).click();
    await expect(page.locator('#level-3')).toBeFocused();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    // And a key goes on from there: to what follows the last skill.
    await page.keyboard.press('4');
    await expect(heading(page)).toHaveText('All 27 skills are rated');
    await expect(heading(page)).toBeFocused();
  });

  test('is on what says so after a destination or a title is chosen', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.title);
    await page.getByRole('button', { name: 'Make this my destination' }).press('Enter');
    await expect(page.getByText('This is your destination.')).toBeFocused();
    await open(page, site, '#/map/principal-engineer');
    await page.getByRole('button', { name: 'This is my title now' }).press('Enter');
    await expect(page.getByLabel('When did you become a Principal Engineer?')).toBeFocused();
    await page.getByRole('button', { name: 'This is my title now' }).press('Enter');
    await expect(page.getByText(/^This is your title since /)).toBeFocused();
  });

  test('stays on the route, the filter, the goal that was pressed', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, PAGES.route);
    const route = page.getByRole('group', { name: 'Routes' }).getByRole('button', { pressed: false }).first();
    const name = (await route.locator('.route-name b').textContent()).trim();
    await route.press('Enter');
    const chosen = page.getByRole('group', { name: 'Routes' }).getByRole('button', { pressed: true });
    await expect(chosen).toContainText(name);
    await expect(chosen).toBeFocused();

    await open(page, site, PAGES.gaps);
    const filter = page.getByRole('button', { name: 'Emerging' });
    await filter.press('Enter');
    await expect(filter).toBeFocused();
    await expect(filter).toHaveAttribute('aria-pressed', 'true');

    await open(page, site, PAGES.plan);
    const goal = page.getByRole('region', { name: 'Goals that help' }).getByRole('checkbox').first();
    await goal.check();
    await expect(goal).toBeFocused();
    await goal.uncheck();
    await expect(goal).toBeFocused();
  });

  test('is never nowhere when what had it is taken over, undone or told', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.rated));
    await open(page, site, LINKS.rated);
    await page.getByRole('checkbox').first().press('Space');
    await page.getByRole('button', { name: /^Take over 1/ }).press('Enter');
    await expect(page.getByRole('main').getByText('1 rating is taken over.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take over the ticked ratings' })).toBeFocused();
    await page.locator('#take-back').press('Enter');
    await expect(page.getByRole('main').getByText('1 rating is taken over.')).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement.localName)).not.toBe('body');
    const undo = page.getByRole('region', { name: 'Last change' }).getByRole('button');
    await undo.last().press('Enter');
    expect(await page.evaluate(() => document.activeElement.localName)).toBe('button');
  });
});

test.describe('the keys 0 to 5', () => {
  test('rate from the first moment on the assessment, after a click beside the answers too', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.assess);
    const first = await heading(page).textContent();
    await page.keyboard.press('3');
    await expect(heading(page)).not.toHaveText(first);
    const second = await heading(page).textContent();
    await page.locator('.why').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('0');
    await expect(page.getByText('2 of 27 rated')).toBeVisible();
    await expect(heading(page)).not.toHaveText(second);
    // The same after a reload, and not from outside the page's part, nor where one writes.
    await page.reload();
    await ready(page);
    await page.keyboard.press('5');
    await expect(page.getByText('3 of 27 rated')).toBeVisible();
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.locator('#evidence').pressSequentially('2');
    await expect(page.locator('#level-5')).toBeChecked();
    await page.getByRole('link', { name: 'Career Explorer' }).focus();
    await page.keyboard.press('1');
    await expect(page.locator('#level-5')).toBeChecked();
    await expect(page.getByText('3 of 27 rated')).toBeVisible();
  });

  test('a key that is held down rates one skill, and a double click too', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.assess);
    const first = await heading(page).textContent();
    await page.keyboard.down('3');
    await expect(heading(page)).not.toHaveText(first);
    // The second one of the same key is sent by the browser as a repeat.
    await page.keyboard.down('3');
    await page.keyboard.up('3');
    const second = await heading(page).textContent();
    await expect(page.getByText('1 of 27 rated')).toBeVisible();
    await page.locator('label[for=level-2]').dblclick();
    await expect(heading(page)).not.toHaveText(second);
    await expect(page.getByText('2 of 27 rated')).toBeVisible();
    expect(Object.keys((await saved(page)).ratings)).toHaveLength(2);
  });

  test('arrow keys move between the answers, and only a choice rates', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.assess);
    const first = await heading(page).textContent();
    await page.locator('#level-0').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('#level-1')).toBeFocused();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(heading(page)).toHaveText(first);
    await page.keyboard.press('Space');
    await expect(heading(page)).not.toHaveText(first);
    await expect(heading(page)).toBeFocused();
    await expect(page.getByRole('main').getByText(`${first} 1: `)).toBeVisible();
  });

  test('rate from the first moment on the page of a second rater', async ({ page, site }) => {
    await open(page, site, LINKS.rate);
    await expect(heading(page)).toBeFocused();
    const skill = page.locator('#skill');
    const first = await skill.textContent();
    await page.keyboard.press('4');
    await expect(page.getByText('1 rated')).toBeVisible();
    await expect(skill).not.toHaveText(first);
    await page.getByRole('button', { name: `Undo ${first}` }).press('Enter');
    await expect(skill).toHaveText(first);
    await expect(skill).toBeFocused();
    await page.getByRole('button', { name: 'Cannot judge' }).press('Enter');
    await page.keyboard.press('2');
    await expect(page.getByText('1 rated')).toBeVisible();
    await expect(page.getByRole('main').getByText(/: 2 Working$/)).toBeVisible();
  });

  test('a page that is opened takes the focus from nothing that has it', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.gaps);
    expect(await page.evaluate(() => document.activeElement.localName), 'a page that answers to no keys is left as it is').toBe('body');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test.describe('a thumb', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('that taps twice rates one skill', async ({ page, site }) => {
    await keep(page, site, stored(PLANS.started));
    await open(page, site, PAGES.assess);
    await page.evaluate(() => { window.clicks = []; addEventListener('click', (event) => { if (event.target.localName !== 'input') window.clicks.push(event.detail); }, { capture: true }); });
    const first = await heading(page).textContent();
    const debug = await page.context().newCDPSession(page);
    const { x, y, width, height } = await page.locator('label[for=level-2]').boundingBox();
    const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
    // The browser tells a double tap by the stamps that its touches have, however long the test takes to send them.
    const begun = Date.now() / 1000;
    for (const tap of [begun, begun + 0.15]) {
      await debug.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp: tap });
      await debug.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: tap + 0.04 });
    }
    await expect.poll(() => page.evaluate(() => window.clicks)).toEqual([1, 2]);
    await expect(heading(page)).not.toHaveText(first);
    await expect(page.getByText('1 of 27 rated')).toBeVisible();
    expect(Object.values((await saved(page)).ratings)).toEqual([2]);
  });
});

test('what changes by a press is said once', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.route);
  const said = await listen(page);
  await page.getByRole('group', { name: 'Routes' }).getByRole('button', { pressed: false }).first().click();
  await said(expect.stringMatching(/, \d{4}–\d{4}, is the route now\.$/));
  // Pressing it again changes nothing, and nothing is said.
  await page.getByRole('group', { name: 'Routes' }).getByRole('button', { pressed: true }).click();
  await open(page, site, PAGES.plan);
  await page.getByRole('slider', { name: 'Hours a week' }).fill('7');
  await said(expect.stringMatching(/^7\shours a week\. Likely \w+ \d{4}/));

  await open(page, site, PAGES.gaps);
  await page.getByRole('button', { name: 'Technical' }).click();
  await said(expect.stringMatching(/^Technical: \d+\sskills\.$/));

  await open(page, site, '#/assess/skill/communication');
  await said();
  await page.keyboard.press('4');
  await said(expect.stringMatching(/^Communication 4: /));
  await page.getByRole('button', { name: 'Undo Communication' }).click();
  await said('Communication is 3 again.');
  // The same words a second time are said a second time.
  await page.keyboard.press('4');
  await said(expect.any(String));
  await page.getByRole('button', { name: 'Undo Communication' }).click();
  await said('Communication is 3 again.');

  await open(page, site, PAGES.title);
  await page.getByRole('button', { name: 'Make this my destination' }).click();
  await said('Director of Engineering is your destination now.');
});
