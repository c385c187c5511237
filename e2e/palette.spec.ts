import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

test('Ctrl+K finds an item, a buyer, and a command, even from inside a field, with the keyboard alone.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(12));
  await operator.sendComments(show, [
    ['maria.b', 'sold 104'],
    ['tess', 'sold 105'],
  ]);
  await openConsole(page, show);
  const palette = page.getByRole('combobox', { name: 'Find a command, item, or buyer' });

  await page.keyboard.press('Control+k');
  await palette.pressSequentially('104');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Item 104' })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await palette.pressSequentially('mar');
  await page.keyboard.press('Enter');
  await expect(page.locator('app-buyer-card')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'maria.b' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await palette.pressSequentially('pause');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('A buyer is blocked from the buyer card, marked in the rows, and unblocked in Settings.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await operator.sendComments(show, [['tess', 'sold 101']]);
  await openConsole(page, show);
  await rowsOf(page, 'tess').click();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Block buyer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Claims are refused').check();
  await dialog.getByLabel('Reason, for your team').fill('Left 2 baskets unpaid');
  await dialog.getByRole('button', { name: 'Block buyer' }).click();
  await expect(page.locator('app-buyer-card').getByText('Left 2 baskets unpaid')).toBeVisible();
  await expect(rowsOf(page, 'tess').getByText('This buyer is blocked')).toBeAttached();

  await operator.sendComments(show, [['tess', 'sold 102']]);
  await expect(page.locator('app-buyer-card').getByText('Comments that did not count')).toBeVisible();
  await expect(rowsOf(page, 'sold 102')).toContainText('Blocked');
  await page.goto('/settings/blocked');
  await expect(page.getByText('Claims are refused · Left 2 baskets unpaid')).toBeVisible();
  await page.getByRole('button', { name: 'Unblock' }).click();
  await expect(page.getByText('No blocked buyers')).toBeVisible();
});
