// What a page must not do, and what becomes of it when its program breaks down.
import { readFile } from 'node:fs/promises';
import { test, expect, open, turn, ready, unfold, audit, overflow } from '../fixtures.mjs';
import { PAGES, PLANS, keep, saved, stored } from '../app.mjs';

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(1)</script>"\'><svg onload=alert(1)>{{7*7}}';
/** Elements that only hostile text would make. */
const injected = (page) => page.evaluate(() => document.querySelectorAll('img, body script:not([src]), svg[onload], [onerror]').length);

test.describe('the policy', () => {
  test.use({ expectedErrors: [/Content Security Policy|Trusted|violates|Refused/] });

  test('has no exceptions, and holds', async ({ page, site }) => {
    const response = await page.goto(site.url);
    await ready(page);
    for (const at of ['', 'guide.html']) {
      const text = await (await page.request.get(site.url + at)).text();
      const [, policy] = text.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:/);
      // What the host sends allows no more than what the page says.
      if (!at) expect(response.headers()['content-security-policy']).toBe(policy);
    }
    const outcome = await page.evaluate(async () => {
      // The debugger, which runs this, may evaluate text; a later turn may not.
      await new Promise((done) => setTimeout(done));
      const tried = {};
      const script = document.createElement('script');
      try { script.textContent = 'window.ran = 1'; document.head.append(script); } catch { /* Trusted Types */ }
      tried.inline = window.ran ?? 'blocked';
      const style = document.head.appendChild(document.createElement('style'));
      style.textContent = 'body { color: red }';
      tried.style = style.sheet?.cssRules.length ? 'ran' : 'blocked';
      for (const [name, attempt] of Object.entries({
        eval: () => (0, eval)('1'), function: () => new Function('return 1')(), markup: () => { document.body.innerHTML = '<p>'; },
        policy: () => window.trustedTypes.createPolicy('other', {}), remote: () => fetch('https://example.org/'),
      })) {
        try { await attempt(); tried[name] = 'ran'; } catch { tried[name] = 'blocked'; }
      }
      return tried;
    });
    expect(Object.entries(outcome).filter(([, what]) => what !== 'blocked')).toEqual([]);
  });
});

test('hostile text is text, in every field and address', async ({ page, site }) => {
  test.slow();
  let alerts = 0;
  page.on('dialog', (dialog) => { alerts += 1; dialog.dismiss(); });
  await keep(page, site, stored(PLANS.half));
  await open(page, site);
  let filled = 0;
  for (const [name, route] of Object.entries({ ...PAGES, shared: '#/shared' })) {
    await turn(page, route);
    await unfold(page);
    const fields = page.locator('main').locator('textarea:not([readonly]), input:not([type]), input[type=text], input[type=search], input[type=url]');
    for (let i = 0; i < await fields.count(); i += 1) {
      const field = fields.nth(i);
      if (!await field.isVisible()) continue;
      await field.fill(HOSTILE);
      await field.press('Tab');
      filled += 1;
    }
    // Buttons that take what was typed.
    for (const button of await page.locator('main form button[type=submit]').all()) if (await button.isVisible()) await button.click();
    expect(await injected(page), name).toBe(0);
  }
  expect(filled).toBeGreaterThan(4);
  for (const address of [
    '#/<img src=x onerror=alert(1)>', `#/${encodeURIComponent(HOSTILE)}`, `#/guide?q=${encodeURIComponent(HOSTILE)}`, `#/map/${encodeURIComponent(HOSTILE)}`,
    `#/shared/${encodeURIComponent(HOSTILE)}`, '#/shared/<svg onload=alert(1)>', `#/rate/${encodeURIComponent(HOSTILE)}`, `#/rated/${encodeURIComponent(HOSTILE)}`,
    `#/guide/skills/${encodeURIComponent(HOSTILE)}`, '#javascript:alert(1)', '#/%00%ff%',
  ]) {
    await turn(page, address);
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
    expect(await injected(page), address).toBe(0);
    expect(await overflow(page), address).toEqual([]);
  }
  // As the address with which the app starts, too.
  await page.goto('about:blank');
  await open(page, site, `#/shared/${encodeURIComponent(HOSTILE)}`);
  expect(await injected(page)).toBe(0);
  expect(alerts).toBe(0);
});

test('hostile text in what is stored is text too', async ({ page, site }) => {
  test.slow();
  let alerts = 0;
  page.on('dialog', (dialog) => { alerts += 1; dialog.dismiss(); });
  const plan = { ...PLANS.half, evidence: { communication: HOSTILE, 'strategic-vision': HOSTILE }, route: [HOSTILE], goals: [HOSTILE], snapshots: [{ name: HOSTILE, day: '2026-05-01', plan: { to: HOSTILE } }] };
  await keep(page, site, stored({ ...plan, ratings: { ...plan.ratings, [HOSTILE]: 3 } }));
  await open(page, site);
  for (const route of [...Object.values(PAGES), '#/assess/skill/communication']) {
    await turn(page, route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await injected(page), route).toBe(0);
  }
  await expect(page.getByRole('textbox')).toHaveValue(HOSTILE);
  expect(alerts).toBe(0);
});

test('no request says anything of a plan', async ({ page, context, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await page.goto('about:blank');
  await open(page, site, '#/shared/wQEOAQIBAwQBEwYBB-5eD10');
  await open(page, site, `${PAGES.assess}/skill/communication`);
  await page.locator('label[for=level-4]').click();
  await open(page, site, PAGES.data);
  await page.getByRole('button', { name: 'Back up' }).click();
  await page.getByRole('contentinfo').getByRole('link', { name: 'The guide as one page' }).click();
  await expect(page).toHaveURL(/guide\.html$/);
  for (const request of site.requests) {
    expect(request.method).toBe('GET');
    // The preview on the data page has a fixed address until something is set there.
    expect(request.address.replace('?embed=1&preview=1', '')).not.toMatch(/[?#]|shared|wQEO/);
    // The browser's own look for a new service worker names the worker that it has.
    const referer = request.path === 'sw.js' && request.headers.referer === `${site.url}sw.js` ? undefined : request.headers.referer;
    expect([referer, request.headers.cookie], request.address).toEqual([undefined, undefined]);
  }
  expect(await context.cookies()).toEqual([]);
});

test.describe('when the program breaks down', () => {
  test.use({ expectedErrors: [/RuntimeError|unreachable/] });

  for (const colorScheme of ['light', 'dark']) {
    test(`it says so, and the plan is intact, ${colorScheme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      await keep(page, site, stored(PLANS.half, 6), stored(PLANS.rated, 7));
      await open(page, site, PAGES.gaps);
      const before = await saved(page);
      // An element is denied that the program needs.
      await page.evaluate(() => {
        window.createElement = Document.prototype.createElement;
        Document.prototype.createElement = () => { throw new Error('denied'); };
      });
      await page.evaluate(() => { location.hash = '#/plan'; });
      const overlay = page.getByRole('dialog', { name: 'Career Explorer has stopped' });
      await expect(overlay).toBeVisible();
      await page.evaluate(() => { Document.prototype.createElement = window.createElement; });
      await expect(overlay).toContainText('Your plan is as it was last saved');
      await expect(overlay.getByRole('button', { name: 'Reload the page' })).toBeFocused();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(overlay).toBeVisible();
      expect(await audit(page, '#stopped')).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      const [file] = await Promise.all([page.waitForEvent('download'), overlay.getByRole('link', { name: 'Download my data' }).click()]);
      const text = await readFile(await file.path(), 'utf8');
      expect(await saved(page)).toEqual(before);

      await Promise.all([page.waitForEvent('load'), overlay.getByRole('button', { name: 'Reload the page' }).click()]);
      await ready(page);
      expect(await saved(page)).toEqual(before);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // The file that was saved is a backup.
      await open(page, site, PAGES.data);
      await page.getByRole('button', { name: 'Erase my plan' }).click();
      await page.getByRole('button', { name: 'Erase it now' }).click();
      await page.getByLabel(/^Restore from a file/).setInputFiles({ name: file.suggestedFilename(), mimeType: 'text/plain', buffer: Buffer.from(text) });
      await expect(page.getByText('The plan from the file is now your plan.')).toBeVisible();
      expect(await saved(page)).toMatchObject(before);
    });
  }
});
