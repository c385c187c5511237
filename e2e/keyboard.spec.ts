import { expect, test } from './fixtures/test';
import { Operator, winnersOf, manyItems, openConsole } from './fixtures/operator';

test('An operator runs a show without a mouse.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(12));
  await operator.sendComments(show, [
    ['bella', 'sold 104'],
    ['tess', 'sold 104'],
    ['ivy', 'sold 105'],
    ['zed', 'sold 777'],
  ]);
  await openConsole(page, show);
  const drawer = page.locator('app-drawer-panel');

  await page.keyboard.type('104');
  await expect(page.getByText('Press Enter to open this item')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('heading', { level: 2 })).toContainText('104');
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Now showing' })).toContainText('104');
  await page.keyboard.press('.');
  await expect(page.getByRole('region', { name: 'Now showing' })).toContainText('105');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  // Moves down to the first row (the unknown number), then to ivy, tess, and bella.
  for (let row = 0; row < 4; row++) await page.keyboard.press('j');
  await expect(page.locator('[role=row]:focus')).toContainText('bella');
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText('Why: bella on #104');
  await page.keyboard.press('Escape');
  await expect(page.locator('[role=row]:focus')).toContainText('bella');
  await page.keyboard.press('b');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText('bella');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+R');
  await expect.poll(async () => winnersOf(await operator.snapshot(show), '104')).toEqual(['tess']);
  await page.keyboard.press('u');
  await expect.poll(async () => winnersOf(await operator.snapshot(show), '104')).toEqual(['bella']);

  await page.keyboard.press('Shift+P');
  await expect(page.getByText(/PAUSED \d+:\d\d · 0 claims not counted/)).toBeVisible();
  await operator.sendComments(show, [['late', 'sold 106']]);
  await expect(page.getByText(/PAUSED \d+:\d\d · 1 claim not counted/)).toBeVisible();
  await page.keyboard.press('Shift+P');
  await expect(page.getByText(/PAUSED/)).toHaveCount(0);
  await page.keyboard.press('v');
  await expect(page.getByText('Not counted, because the show was paused')).toBeVisible();

  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('113');
  await page.getByRole('dialog').getByRole('textbox').fill('777 Silver ring 2');
  await expect(page.getByText('1 buyer already claimed #777')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(async () => winnersOf(await operator.snapshot(show), '777')).toEqual(['zed']);
  // The dialog closes when the response arrives, which may be a moment later.
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Release the selected claim',
  );
  await page.keyboard.press('Escape');
});

test('A long comment is shown in full on focus, and the others keep their height.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(1));
  const long =
    'Is the blue one really blue, or rather green in daylight, and could you please hold it up to the window once more? Thank you!';
  await operator.sendComments(show, [
    ['anna', 'hello'],
    ['bert', long],
    ['cleo', 'hi'],
  ]);
  await openConsole(page, show);
  const texts = page.locator('app-comment-stream [role=row] p');
  const heights = (): Promise<number[]> =>
    texts.evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height));
  await expect(texts).toHaveCount(3);
  const [lineHeight = 0] = await heights();
  expect(await heights()).toEqual([lineHeight, lineHeight, lineHeight]);
  await page.getByRole('grid', { name: 'Comments, newest first' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('app-comment-stream [role=row]').filter({ hasText: 'bert' })).toBeFocused();
  const [cleo, bert, anna] = await heights();
  expect(bert).toBeGreaterThan(2 * lineHeight);
  expect([cleo, anna]).toEqual([lineHeight, lineHeight]);

  // Enter opens a drawer over the comments. Closing it returns the focus to the comment.
  await page.keyboard.press('Enter');
  await expect(page.locator('app-drawer-panel')).toContainText('really blue');
  await expect(page.locator('app-drawer-panel').getByRole('region')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('app-comment-stream [role=row]').filter({ hasText: 'bert' })).toBeFocused();
});

test('Shortcut keys do nothing in fields, can be changed, and can be switched off.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await page.goto('/settings');
  await page.getByRole('button', { name: /Change the key for Pause or resume/ }).click();
  await page.keyboard.press('z');
  await openConsole(page, show);
  await page.getByPlaceholder('Number, title, or code').focus();
  await page.keyboard.type('z104');
  expect((await operator.snapshot(show)).show.status).toBe('active');
  await page.getByPlaceholder('Number, title, or code').fill('');
  await page.locator('h1').first().click({ force: true });
  await page.keyboard.press('Shift+P');
  await page.keyboard.press('z');
  await expect(page.getByText(/PAUSED/)).toBeVisible();

  await page.goto('/settings');
  await page.getByRole('switch', { name: 'Keyboard shortcuts' }).click();
  await openConsole(page, show);
  await page.keyboard.press('z');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await operator.snapshot(show)).show.status).toBe('paused');
});

test('A list is one tab stop. Arrows, Home, and End move within it, and Tab leaves it.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(60));
  await operator.sendComments(show, [
    ['bella', 'sold 104'],
    ['zed', 'sold 777'],
    ['kim', 'sold 777'],
  ]);
  await openConsole(page, show);
  const items = page.getByRole('grid', { name: 'Items' });
  const claims = page.getByRole('grid', { name: 'Claims, newest first' });
  const focusedRow = page.locator('[role=row]:focus, [role=row]:has(:focus)');
  await expect(items).toHaveAttribute('aria-rowcount', '60');

  await page.getByRole('button', { name: 'Waiting', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(focusedRow).toContainText('101');
  await page.keyboard.press('ArrowDown');
  await expect(focusedRow).toContainText('102');
  await page.keyboard.press('End');
  await expect(focusedRow).toContainText('160');
  await expect(focusedRow).toHaveAttribute('aria-rowindex', '60');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(items.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(focusedRow).toContainText('102');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Waiting', exact: true })).toBeFocused();

  await page.getByRole('searchbox', { name: 'Search claims' }).focus();
  await page.keyboard.press('Tab');
  await expect(focusedRow).toContainText('777');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(claims.getByRole('button', { name: 'Add item 777' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(claims.getByRole('button', { name: 'Release bella from #104' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(claims.locator(':focus')).toHaveCount(0);
});
