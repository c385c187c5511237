import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { manyItems, Operator } from './fixtures/operator';
import { expect, test } from './fixtures/test';

// The product's own simulator replaces Facebook here. It is a real server on another origin, and the browser
// is redirected there and back.

async function openFacebookDialog(page: Page): Promise<void> {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Connect Facebook Page' }).click();
  await expect(page.getByText('Rehearsal: this is not Facebook')).toBeVisible();
}

test('A new user connects a Page, finds the live video, goes live, and watches claims arrive.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const draft = await operator.draft(
    manyItems(40, () => 3),
    'Sunday live',
  );
  await openFacebookDialog(page);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page).toHaveURL(/\/connections\?connected=/);
  await expect(page.getByRole('status').filter({ hasText: 'connected.' })).toBeVisible();
  await expect(page.getByText('Facebook and Instagram are simulated.')).toBeVisible();
  await expectNoAxeViolations(page, 'connections');

  await page.goto(`/shows/${draft.id}`);
  await page.getByRole('button', { name: 'Add live video' }).click();
  const picker = page.getByRole('dialog');
  await expect(picker.getByRole('button', { name: 'Add video' })).toBeVisible();
  await expectNoAxeViolations(page, 'the broadcast picker');
  await picker.getByRole('button', { name: 'Add video' }).click();
  // The dialog also contains the text that the next check looks for.
  await expect(picker).toBeHidden();
  const sources = page.locator('app-show-sources');
  await expect(sources.getByText('Facebook', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Rehearsal' }).click();
  await expect(sources.getByText('Rehearsal', { exact: true })).toBeHidden();

  await page.getByRole('button', { name: 'Go live' }).click();
  await expect(page).toHaveURL(/\/console$/);
  await expect(page.locator('app-claim-row').getByText('Won').first()).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Facebook: delivering')).toBeVisible();
  await expect(page.getByText('0 unaccounted for')).toBeVisible();
  await operator.changeStatus(draft, 'stop');
});

test('A user who denies access sees what to do, and nothing is connected.', async ({ page }) => {
  await Operator.register(page);
  await openFacebookDialog(page);
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was connected');
  await expect(page.getByRole('list', { name: 'Connected accounts' })).toBeHidden();
});

test('A disconnected account disappears.', async ({ page }) => {
  await Operator.register(page);
  await openFacebookDialog(page);
  await page.getByRole('button', { name: 'Allow' }).click();
  const accounts = page.getByRole('list', { name: 'Connected accounts' }).getByRole('listitem');
  await expect(accounts).toHaveCount(2);
  await accounts.first().getByRole('button', { name: 'Disconnect…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(accounts).toHaveCount(1);
});
