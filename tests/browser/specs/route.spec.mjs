// The routes side by side: every figure says what it counts, and who is there already is told so.
import { test, expect, audit, open } from '../fixtures.mjs';
import { keep, PAGES, PLANS, stored } from '../app.mjs';

test('the biggest jump says in steps what it is and where it leads, and no figure stands without its unit', async ({ page, site }) => {
  await keep(page, site, stored(PLANS.rated));
  await open(page, site, PAGES.route);
  const routes = page.getByRole('group', { name: 'Routes' }).getByRole('button');
  await expect(routes).toHaveCount(2);
  await expect(routes.nth(0)).toHaveAccessibleName(/2\s+moves best 41\s+steps biggest jump 27\ssteps, to Director$/);
  await expect(routes.nth(1)).toHaveAccessibleName(/3\s+moves 41\s+steps biggest jump 16\ssteps, to Senior Eng\. Manager best$/);
  await expect(page.getByText('The biggest jump is the move that asks for most at once; a step in a skill that matters more counts for more.')).toBeVisible();
  // The arithmetic behind it has the weights: the levels that it adds up are those steps.
  await page.getByText('How the biggest jump is worked out').click();
  const rows = page.getByRole('table').filter({ hasText: 'Has by then' }).getByRole('row');
  await expect(rows).not.toHaveCount(0);
  const steps = await rows.evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => Number(cell.textContent))).filter(([, , has, asked]) => asked > has).reduce((sum, [, , has, asked]) => sum + asked - has, 0));
  expect(steps).toBe(27);
  for (const width of [320, 360, 768]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(routes.nth(0)).toContainText('27 steps, to Director');
  }
  expect(await audit(page)).toEqual([]);
});

test('at the destination no route is missing', async ({ page, site }) => {
  await keep(page, site, stored({ ...PLANS.rated, from: 'head-of-engineering' }));
  for (const route of [PAGES.route, PAGES.plan]) {
    await open(page, site, route);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are where you wanted to be: Head of Engineering');
    await expect(page.getByRole('link', { name: 'Choose another destination' })).toHaveAttribute('href', PAGES.home);
    await expect(page.getByRole('link', { name: 'Compare the two titles' })).toHaveCount(0);
  }
});
