import { rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

test('An operator registers, runs a show to its end, releases a claim, and undoes the release.', async ({
  page,
}) => {
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Olga Operator');
  await page.getByLabel('Email').fill(`olga-${Date.now()}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Hello' })).toBeVisible();

  await page.goto('/shows');
  await page.getByRole('button', { name: 'Create show' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Sunday sale');
  await dialog.getByRole('button', { name: 'Create show' }).click();

  await page.getByLabel('Number').fill('1');
  await page.getByPlaceholder('Title, for example Blue dress').fill('Blue linen dress');
  await page.getByRole('button', { name: 'Add item', exact: true }).click();
  await expect(page.locator('app-show-figures').getByText('1 item')).toBeVisible();
  await page.getByRole('button', { name: 'Go live' }).click();
  await expect(page).toHaveURL(/\/console$/);
  await expect(page.getByText('Up to date').first()).toBeVisible();

  const say = async (handle: string, text: string): Promise<void> => {
    await page.getByLabel("Viewer's handle").fill(handle);
    await page.getByLabel('Comment', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  await say('bella', 'sold 1');
  await say('tess', '1 sold!!');
  await say('ivy', 'so pretty');
  const bella = rowsOf(page, 'bella').last();
  await expect(bella.getByText('Won').first()).toBeVisible();
  await expect(rowsOf(page, 'tess').getByText('Waiting #1').first()).toBeVisible();
  await expect(page.getByText('0 unaccounted for')).toBeVisible();

  await bella.hover();
  await bella.getByRole('button', { name: 'Release bella from #1' }).click();
  await expect(rowsOf(page, 'tess').getByText('Promoted').first()).toBeVisible();
  const undoBar = page.locator('app-undo-bar');
  await expect(undoBar).toContainText('Undo: #1 goes back to bella; tess waits at position 1');
  await undoBar.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone: #1 goes back to bella; tess waits at position 1')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Up to date').first()).toBeVisible();
  await expect(rowsOf(page, 'bella').getByText('Won').first()).toBeVisible();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'End show…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End show' }).click();
  await expect(page.getByText('Ended').first()).toBeVisible();
  await expect(page.getByText('The show has ended (by Olga Operator)')).toBeVisible();
  await page
    .getByRole('dialog', { name: 'The show has ended' })
    .getByRole('button', { name: 'Stay here' })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/console$/);
  // No item can be shown anymore, so there is no button for it.
  const nowShowing = page.getByRole('region', { name: 'Now showing' });
  await expect(nowShowing).toContainText('The show has ended');
  await expect(nowShowing.getByRole('button')).toHaveCount(0);
});

test('A page that requires sign-in redirects to the sign-in page.', async ({ page }) => {
  await page.goto('/shows');
  await expect(page).toHaveURL(/\/login/);
});
