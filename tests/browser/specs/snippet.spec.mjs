// The page that builds the snippet which embeds the app elsewhere.
import { test, expect, open } from '../fixtures.mjs';
import { PAGES, PLANS, keep, saved, stored, visit } from '../app.mjs';

test('the snippet says what was set, and the preview shows it without touching the plan', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.half));
  await open(page, site, PAGES.embed);
  const before = await saved(page);
  const steps = () => page.evaluate(() => history.length);
  const taken = await steps();
  const code = page.getByLabel('Paste this where it should stand');
  const preview = page.frameLocator('iframe[title="Preview of the embedding"]');
  await expect(code).toHaveValue(`<script src="${site.url}embed.js" async></script>\n<career-explorer></career-explorer>`);
  await page.getByLabel('Current title').selectOption({ label: 'Technical Lead' });
  await page.getByLabel('Destination', { exact: true }).selectOption({ label: 'Director of Engineering' });
  await page.getByLabel('Years of experience').fill('99');
  await page.getByLabel('Heading', { exact: true }).fill('Grow <here> & "there"');
  await page.getByLabel('Page', { exact: true }).selectOption({ label: 'Gaps' });
  await page.getByLabel('The destination is fixed').check();
  await page.getByLabel('Compact: one page').check();
  await page.getByLabel('Where you list open roles').fill('*=https://jobs.example.com/?q={title}\ncto=x');
  await page.getByLabel('Where you list open roles').blur();
  await page.getByLabel('Visitors can send me their plan').check();
  await page.getByLabel('Height in pixels').fill('500');
  await page.getByLabel('Height in pixels').blur();
  const heading = 'heading="Grow &lt;here> &amp; &quot;there&quot;"';
  await expect(code).toHaveValue(new RegExp(`<career-explorer from="technical-lead" to="director-of-engineering" lock="1" page="gaps" ${heading} roles="\\*=https://jobs\\.example\\.com/\\?q={title} cto=x" compact="1" height="500" handoff="1">`));
  await page.getByLabel('Years of experience').fill('6');
  await page.getByRole('button', { name: 'Plain frame' }).click();
  await expect(code).toHaveValue(new RegExp(`^<iframe src="${site.url.replaceAll('.', '\\.')}\\?embed=1&amp;from=technical-lead&amp;to=director-of-engineering&amp;lock=1&amp;years=6&amp;heading=Grow%20%3Chere%3E%20%26%20%22there%22&amp;roles=%2A%3Dhttps%3A%2F%2Fjobs.example.com%2F%3Fq%3D%7Btitle%7D%20cto%3Dx&amp;compact=1#/gaps" title=`));

  await page.locator('iframe[title="Preview of the embedding"]').scrollIntoViewIfNeeded();
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('What stands between you and Director of Engineering');
  await expect(preview.getByRole('banner')).toContainText('Grow <here> & "there"');
  // One preview after the other, and "back" still leads to the page before this one.
  expect(await steps()).toBe(taken);
  await page.getByLabel('Compact: one page').uncheck();
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await preview.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'More' }).click();
  await preview.getByRole('main').getByRole('link', { name: 'Assess' }).click();
  await preview.locator('label[for=level-3]').click();
  await expect(preview.getByRole('main').getByText(/ 3: /)).toBeVisible();
  expect(await saved(page)).toEqual(before);
  // The visit that is noted as the page is left is this page's, and the preview's are in its memory alone.
  expect((await page.evaluate(() => Object.keys(localStorage))).sort()).toEqual([stored(PLANS.half).key, visit('', '').key]);
});
