// Sharing by link: made, passed on, opened, compared, kept or put away; what channels do to links; and the second opinion.
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { test, expect, open, turn, ready, unfold, audit, overflow } from '../fixtures.mjs';
import { LINKS, PAGES, PLANS, keep, saved, stored } from '../app.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const dialog = (page) => page.getByRole('dialog', { name: 'Share your plan' });
const hash = (page) => page.evaluate(() => location.hash);
const payload = LINKS.shared.split('/').at(-1);

/** The links that were given out, as `[address, what it says]`. */
const FROZEN = (await readFile(new URL('../../fixtures/links-v1.txt', import.meta.url), 'utf8'))
  .split('\n').filter((line) => line.startsWith('#/')).map((line) => line.split(' = '));

/** A plan's payload as docs/link-format.md says, of sections `[key, ...content]`. */
function made(sections, { version = 1, guide = 1 } = {}) {
  const rest = [guide, ...sections.flatMap(([key, ...content]) => [key, content.length, ...content])];
  if ((rest.length + 7) % 3 === 0) rest.push(0);
  const body = Buffer.from([0xc0 + version, 1, rest.length + 4, ...rest]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([body, sum]).toString('base64url');
}

/** Another person: a context, and so a storage, of their own. */
async function someone(browser, site, link, plan) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (plan) await keep(page, site, stored(plan));
  await page.goto(link);
  await ready(page);
  return page;
}

test.describe('the dialog', () => {
  test.beforeEach(async ({ page, site }) => {
    await keep(page, site, stored({ ...PLANS.rated, goals: ['goal-partners'], evidence: { communication: 'SECRET NOTE' } }));
    await open(page, site, PAGES.plan);
  });

  test('says what a link holds, and makes it', async ({ page, site }) => {
    await button(page, 'Share this plan').click();
    await expect(dialog(page)).toContainText('your two titles, years, ratings, chosen goals, route and pace');
    await expect(page.getByRole('heading', { name: 'Share your plan' })).toBeFocused();
    const link = await page.getByLabel('Link to your plan').inputValue();
    expect(link.startsWith(`${site.url}#/shared/`)).toBe(true);
    expect(link.split('/').at(-1)).toMatch(/^[\w-]{8,63}[A-Za-z0-9]$/);
    expect(Buffer.from(link.split('/').at(-1), 'base64url').toString('latin1')).not.toContain('SECRET');

    await page.getByText('Show it as a QR code').click();
    const code = page.getByRole('img', { name: 'QR code of the link' });
    await expect(code).toBeVisible();
    const drawn = await code.evaluate((svg) => {
      const [dark, light] = [svg.querySelector('path'), svg].map((e) => getComputedStyle(e));
      const { x, y, width } = svg.querySelector('path').getBBox();
      return { side: svg.viewBox.baseVal.width, box: [x, y, width], dark: dark.fill, light: light.backgroundColor };
    });
    // A side of 17 + 4 × version modules with four empty ones around; black on white whatever the theme.
    expect((drawn.side - 8 - 17) % 4).toBe(0);
    expect(drawn.box).toEqual([4, 4, drawn.side - 8]);
    expect([drawn.dark, drawn.light]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);

    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(button(page, 'Share this plan')).toBeFocused();
    // From the header too, and again.
    await button(page, 'Share').click();
    await expect(page.getByLabel('Link to your plan')).toHaveValue(link);
    await button(page, 'Close').click();
    await expect(dialog(page)).toBeHidden();
  });

  test('copies the link, and selects it where the browser does not copy', async ({ page, context, site }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await button(page, 'Share').click();
    const field = page.getByLabel('Link to your plan');
    await button(page, 'Copy the link').click();
    await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
    const selected = () => field.evaluate((f) => document.activeElement === f && f.selectionEnd - f.selectionStart === f.value.length);
    // One that refuses, and a page that has none.
    for (const refuses of [true, false]) {
      await page.evaluate((no) => {
        const value = no ? { writeText: () => Promise.reject(new Error('no')) } : undefined;
        Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
      }, refuses);
      await field.evaluate((f) => f.blur());
      await button(page, 'Copy the link').click();
      await expect(dialog(page).getByRole('status')).toContainText('The link is selected');
      await expect.poll(selected).toBe(true);
    }
  });

  test('hands the link to the system’s share sheet where there is one', async ({ page }) => {
    await button(page, 'Share').click();
    await expect(page.getByLabel('Link to your plan')).toBeVisible();
    await expect(button(page, 'Share by another app')).toBeHidden();
    await page.keyboard.press('Escape');
    await page.evaluate(() => { navigator.share = (data) => { window.shared = data; return Promise.reject(new Error('put away')); }; });
    await button(page, 'Share').click();
    await button(page, 'Share by another app').click();
    const link = await page.getByLabel('Link to your plan').inputValue();
    expect(await page.evaluate(() => window.shared)).toEqual({ title: 'My career plan', url: link });
  });

  test('is free of accessibility faults, and fits 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await button(page, 'Share').click();
      await button(page, 'Ask someone to rate me').click();
      await expect(dialog(page).getByText('Show it as a QR code')).toHaveCount(2);
      expect(await unfold(page, 'dialog')).toBe(2);
      expect(await audit(page), colorScheme).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      expect(await dialog(page).evaluate((d) => d.scrollWidth - d.clientWidth)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
  });
});

test('there is nothing to share before a plan is started', async ({ page, site }) => {
  await open(page, site);
  await expect(button(page, 'Share')).toBeHidden();
});

test('a plan opens with all its analysis in a browser that never saw the app, and changes nothing there', async ({ page, site }) => {
  await open(page, site, LINKS.shared);
  await expect(heading(page)).toHaveText('A colleague wants to be Head of Engineering, by way of Engineering Team Lead');
  // Until one has rated them, or wants to look, no level of theirs is on the page.
  await expect(page.getByRole('img', { name: /of \d asked/ })).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: /\?$/ })).toHaveCount(3);
  await button(page, 'Show their levels').click();
  for (const part of ['Readiness', /^The gate/, /^Blocks the gate/, 'Routes', 'Ready in time?', 'Chosen goals']) {
    await expect(page.getByRole('heading', { name: part })).toBeVisible();
  }
  await expect(page.getByText('At 5 hours a week the gate of Engineering Team Lead')).toBeVisible();
  // Nothing to change it by.
  await page.locator('.gap-row').first().getByRole('button').click();
  await expect(page.getByRole('main').getByRole('link', { name: /^(Rate|Change)/ })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('spinbutton')).toHaveCount(0);
  await expect(button(page, 'Compare with mine')).toBeHidden();
  await page.getByRole('link', { name: 'Dismiss' }).click();
  await expect(heading(page)).toHaveText('Where could engineering leadership take you?');
  expect(await saved(page)).toBeNull();
});

test('a shared plan offers questions to practise and what helps with its gaps, and nothing to change', async ({ page, site }) => {
  await open(page, site, LINKS.shared);
  await expect(page.getByText('Questions to practise, and what helps with their gaps')).toHaveCount(0);
  await button(page, 'Show their levels').click();
  await page.getByText('Questions to practise, and what helps with their gaps').click();
  const practise = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Questions to practise with them' }) }).last();
  // One question of each kind, with what a strong answer shows.
  await expect(practise.locator('ol > li')).toHaveCount(4);
  await practise.getByText('What a strong answer shows').first().click();
  await expect(practise.locator('details').first().locator('p')).toBeVisible();
  const helps = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What helps with their gaps' }) }).last();
  await expect(helps.getByRole('heading', { level: 4 })).toHaveText(['Certifications', 'To read', 'Tools']);
  await expect(helps.getByRole('link').first()).toHaveAttribute('href', /^#\/guide\//);
  await expect(helps.getByRole('listitem').first()).toContainText(/Helps with .+ −\d/);
  for (const part of [practise, helps]) {
    await expect(part.locator('input, select, textarea, button')).toHaveCount(0);
  }
  expect(await audit(page)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${width} px`).toEqual([]);
  }
  expect(await saved(page)).toBeNull();
  expect(await hash(page)).toBe(LINKS.shared);
});

test('a plan is compared with mine, kept as mine, and given back by undo', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, LINKS.shared);
  const mine = await saved(page);
  await expect(button(page, 'Compare with mine')).toBeHidden();
  await button(page, 'Show their levels').click();
  await button(page, 'Compare with mine').click();
  const table = page.getByRole('table', { name: 'Skill by skill, what matters most first' });
  await expect(table.getByRole('row').nth(1)).toHaveText(/^Software Architecture & System Design3034$/);
  await expect(table.getByRole('row')).toHaveCount(28);
  await expect(page.getByRole('heading', { name: 'Mine: ready for Head of Engineering' })).toBeVisible();
  await button(page, 'Their plan').click();
  await expect(page.getByRole('heading', { name: /^The gate/ })).toBeVisible();
  expect(await saved(page)).toEqual(mine);

  await button(page, 'Keep a copy').click();
  await expect(heading(page)).toHaveText(/ready for Head of Engineering/);
  const taken = await saved(page);
  expect(taken).toMatchObject({ from: 'senior-engineer', to: 'head-of-engineering', years: 12, pace: { hours_per_week: 5, effort_percent: 150 } });
  expect(taken.goals).toEqual(['goal-architecture', 'goal-partners', 'goal-visible']);
  expect(taken.snapshots).toHaveLength(1);
  expect(taken.snapshots[0].plan.ratings).toEqual(PLANS.half.ratings);
  await page.goBack();
  await expect(page.getByText('This is your own plan')).toBeVisible();
  await expect(button(page, 'Keep a copy')).toBeHidden();
  await page.getByRole('button', { name: /^Undo: copy of a shared plan/ }).click();
  await expect.poll(() => saved(page)).toMatchObject({ ...mine, snapshots: [], goals: [] });
});

test('every link that was given out opens, and says what it said', async ({ page, site }) => {
  await open(page, site, '#/shared');
  expect(FROZEN.length).toBeGreaterThan(20);
  for (const [address, says] of FROZEN) {
    await turn(page, address);
    const kind = says.split(';')[0];
    await expect(heading(page), address).toHaveText({ plan: /^A colleague (wants to be|is|shared) /, request: 'Rate a colleague', reply: 'A second opinion' }[kind]);
    expect(await hash(page)).toBe(address);
    const given = says.match(/ratings ([^;]+)/)?.[1].split(' ').length ?? 0;
    if (kind === 'plan' && says.includes('; to ')) await expect(page.getByRole('main')).toContainText(`${given} of 27 skills rated`);
  }
});

test('what channels do to links is taken back, and the address with it', async ({ page, site }) => {
  await open(page, site, '#/shared');
  const half = payload.length / 2;
  for (const marked of [
    `#/shared/${payload}).`, `#/shared/${payload}?utm_source=mail&fbclid=1`, `#/shared/${payload}&amp;x`, `#%2Fshared%2F${payload}`,
    `#%252Fshared%252F${payload}`, `#/shared/${payload.slice(0, half)}%20${payload.slice(half)}`, `#/shared/${payload.slice(0, half)}%3D%0D%0A${payload.slice(half)}`,
    `#/rated/${payload}`, `#/shared/%E2%80%8B${payload}%3E`,
  ]) {
    await turn(page, '#/shared');
    await expect(heading(page)).toHaveText('Open a link');
    await turn(page, marked);
    await expect(heading(page), marked).toHaveText('A colleague wants to be Head of Engineering, by way of Engineering Team Lead');
    expect(await hash(page), marked).toBe(LINKS.shared);
  }
});

test('a box takes a link with a message around it', async ({ page, site }) => {
  await open(page, site, '#/shared');
  const box = page.getByLabel('The link, or the message that it came in');
  await button(page, 'Open it').click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is no plan in this link' })).toBeVisible();
  await expect(box).toBeFocused();
  const wrapped = `${site.url}${LINKS.shared.slice(0, 40)}=\r\n> ${LINKS.shared.slice(40)}`;
  for (const message of [
    `Hello,\n\nhave a look: <${wrapped}>\n\nRegards`, `https://safelinks.example/?url=${encodeURIComponent(site.url + LINKS.shared)}&data=1`, ` ${payload} `,
  ]) {
    await box.fill(message);
    await button(page, 'Open it').click();
    await expect(heading(page)).toHaveText('A colleague wants to be Head of Engineering, by way of Engineering Team Lead');
    expect(await hash(page)).toBe(LINKS.shared);
    await turn(page, '#/shared');
  }
});

test('damage is named, and a box offered', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.gaps);
  const before = await saved(page);
  const changed = payload.slice(0, 20) + (payload[20] === 'A' ? 'B' : 'A') + payload.slice(21);
  for (const [address, why] of [
    [`#/shared/${payload.slice(0, -5)}`, 'The end of this link is missing.'],
    [`#/shared/${changed}`, 'This link was changed on its way here.'],
    ['#/shared/hello', 'There is no plan in this link.'],
    [`#/shared/${'w'.repeat(2049)}`, 'This is too long to be a link from this app.'],
    [`#/shared/${made([[4, 19]], { guide: 2 })}`, 'This link was made with another guide (number 2).'],
    [`#/shared/${made([[4, 19]], { version: 2 })}`, 'This link was made by a newer version of this app.'],
    ['#/rated/<img src=x onerror=alert(1)>', 'The end of this link is missing.'],
    ['#/rate/hello%3Cscript%3Ealert(1)%3C/script%3E', 'There is no plan in this link.'],
  ]) {
    await turn(page, address);
    await expect(heading(page), address).toHaveText('This link does not open');
    await expect(page.getByRole('main')).toContainText(why);
    await expect(page.locator('main img, main script')).toHaveCount(0);
  }
  expect(await saved(page)).toEqual(before);
  await page.getByLabel('The link, or the message that it came in').fill('<img src=x onerror=alert(1)> “><script>alert(1)</script>');
  await button(page, 'Open this one').click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is no plan' })).toBeVisible();
  await page.getByLabel('The link, or the message that it came in').fill(LINKS.rate);
  await button(page, 'Open this one').click();
  await expect(heading(page)).toHaveText('Rate a colleague');
});

test('what this guide lacks is said, and the rest is shown', async ({ page, site }) => {
  // A rating for skill 28, and an optional section with number 9.
  await open(page, site, `#/shared/${made([[4, 19], [8, ...Array(10).fill(0), 0x40], [19, 1]])}`);
  await expect(page.getByRole('note')).toContainText('1 rating is for a skill that this guide does not have.');
  await expect(page.getByRole('note')).toContainText('The link says more than this version of the app can show.');
  await expect(heading(page)).toHaveText('A colleague wants to be Head of Engineering');
  expect(await audit(page)).toEqual([]);
});

test('a second opinion: asked for, given blind, sent back, compared and taken over', async ({ page, site, browser }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.plan);
  await button(page, 'Share').click();
  await button(page, 'Ask someone to rate me').click();
  const asking = page.getByLabel('Link for the person who rates you');
  await expect(asking).toBeFocused();
  const request = await asking.inputValue();
  expect(request.split('/').at(-1)).toHaveLength(19);

  // The rater has a plan of their own, which stays as it is.
  const rater = await someone(browser, site, request, PLANS.started);
  const own = await saved(rater);
  const skill = rater.getByRole('heading', { level: 2 }).first();
  await expect(skill).toHaveText('Strategic vision');
  await expect(rater.getByRole('main')).toContainText('Engineering Manager, aiming for Head of Engineering');
  await expect(rater.getByRole('main')).not.toContainText(/asks for|required|gate/i);
  await expect(rater.getByText("set out their team's direction for a year on one page").first()).toBeVisible();
  await rater.locator('#skill').focus();
  await rater.keyboard.press('4');
  // The next skill is there at once, and what was said of the last one, without what any title asks.
  await expect(skill).toHaveText('Leadership & teams');
  await expect(rater.locator('#skill')).toBeFocused();
  await expect(rater.getByText('Strategic vision: 4 Leading').last()).toBeVisible();
  await button(rater, 'Cannot judge').click();
  await expect(skill).not.toHaveText('Leadership & teams');
  await expect(rater.locator('#skill')).toBeFocused();
  const third = await skill.textContent();
  await rater.locator('label[for=level-5]').click();
  await expect(skill).not.toHaveText(third);
  await button(rater, `Undo ${third}`).click();
  await expect(skill).toHaveText(third);
  await expect(rater.getByText('1 rated')).toBeVisible();
  await rater.locator('label[for=level-2]').click();
  await button(rater, 'Back').click();
  await expect(skill).toHaveText(third);
  await expect(rater.getByRole('radio', { name: /Working/ })).toBeChecked();
  await button(rater, 'Back').click();
  await expect(skill).toHaveText('Leadership & teams');
  // Neither a look at another page nor a reload loses an answer.
  await rater.getByRole('link', { name: 'Map' }).click();
  await expect(heading(rater)).toHaveText('Map of titles');
  await rater.goBack();
  await expect(rater.getByText('2 rated')).toBeVisible();
  await rater.reload();
  await ready(rater);
  await expect(skill).toHaveText('Leadership & teams');
  await expect(rater.getByText('2 rated')).toBeVisible();
  expect(await audit(rater)).toEqual([]);
  await button(rater, 'Finish').click();
  await expect(rater.getByText('2 of 27 skills rated.')).toBeVisible();
  const reply = await rater.getByLabel('Link to send back').inputValue();
  expect(await saved(rater)).toEqual(own);
  await rater.context().close();

  // Back at the person who asked.
  await open(page, site, reply.slice(reply.indexOf('#')));
  await expect(heading(page)).toHaveText('A second opinion');
  const table = page.getByRole('table', { name: 'Skill by skill, what matters most first' });
  const row = (name) => table.getByRole('row').filter({ hasText: name });
  await expect(row('Strategic Vision')).toHaveText(/–4–5$/);
  await page.getByLabel('Take over Strategic Vision: 4').check();
  await button(page, 'Take over 1 rating').click();
  await expect(page.getByRole('status').filter({ hasText: '1 rating is taken over.' })).toBeVisible();
  expect((await saved(page)).ratings).toEqual({ ...PLANS.half.ratings, 'strategic-vision': 4 });
  await expect(row('Strategic Vision')).toHaveText(/44same5$/);
  await page.locator('#take-back').click();
  await expect.poll(async () => (await saved(page)).ratings).toEqual(PLANS.half.ratings);
  await button(page, 'Tick all that differ').click();
  const all = page.getByRole('button', { name: /^Take over \d+\srating/ });
  await all.click();
  const ratings = (await saved(page)).ratings;
  expect(ratings['strategic-vision']).toBe(4);
  expect(Object.values(ratings).length).toBeGreaterThanOrEqual(10);
});

test('a second opinion says how far the two agree, and for which destination it was given', async ({ page, site }) => {
  await keep(page, site, stored({ ...PLANS.rated, to: 'director-of-engineering' }));
  await open(page, site, LINKS.rated);
  await expect(page.getByText('You both rated 27 skills: the same on 8, and at most one level apart on 12.')).toBeVisible();
  await expect(page.getByText('They were asked about Head of Engineering.')).toBeVisible();
  await button(page, 'Take over the ticked ratings').click({ force: true });
  await expect(button(page, 'Undo: ratings taken over')).toBeHidden();
});
