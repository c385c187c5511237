import { expectNoAxeViolations } from './fixtures/axe';
import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no problems on any page (${colorScheme}).`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      colorScheme,
      viewport: { width: 1720, height: 1000 },
    });
    const page = await context.newPage();
    await page.goto('/login');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expectNoAxeViolations(page, 'login');
    await page.goto('/register');
    await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
    await expectNoAxeViolations(page, 'register');

    const operator = await Operator.register(page);
    const draft = await operator.draft(manyItems(5), 'Tuesday sale');
    const show = await operator.liveShow(manyItems(20, (index) => 1 + (index % 3)));
    await operator.showNow(show, '102');
    await operator.sendComments(show, [
      ...Array.from({ length: 12 }, (_, index) => [`viewer${index}`, `sold ${101 + (index % 4)}`] as const),
      ['zed', 'sold 777'],
      ['ivy', 'sold 104 or 105?'],
    ]);
    for (const [path, heading] of [
      ['/', 'Hello'],
      ['/shows', 'Shows'],
      [`/shows/${draft.id}`, 'Tuesday sale'],
      [`/shows/${show.id}/summary`, 'Sunday sale'],
      ['/connections', 'Connections'],
      ['/buyers', 'Buyers'],
      ['/baskets', 'Baskets'],
      ['/baskets/pick-list', 'Pick list'],
      ['/settings/baskets', 'Settings'],
      ['/settings', 'Settings'],
      ['/settings/blocked', 'Settings'],
      ['/nowhere', 'Not found'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeAttached();
      await expectNoAxeViolations(page, path);
    }
    await openConsole(page, show);
    await expectNoAxeViolations(page, 'console');
    await rowsOf(page, 'Waiting').first().click();
    await expect(page.locator('app-why')).toBeVisible();
    await expectNoAxeViolations(page, 'console, why');
    await page.locator('app-why-side').getByRole('button').last().click();
    await expect(page.locator('app-buyer-card [role=grid]').first()).toBeVisible();
    await expectNoAxeViolations(page, 'console, buyer');
    await page.keyboard.type('102');
    await page.keyboard.press('Enter');
    await expect(page.locator('app-item-detail')).toBeVisible();
    await expectNoAxeViolations(page, 'console, item');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await expectNoAxeViolations(page, 'console, keys');
    await page.goto(`/shows/${show.id}/host`);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expectNoAxeViolations(page, 'host');
    for (const width of [1440, 1024, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await openConsole(page, show);
      await expectNoAxeViolations(page, `console at ${width}`);
    }
    await context.close();
  });
}
