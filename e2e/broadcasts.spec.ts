import type { Page } from '@playwright/test';
import type { Show } from '@sellary/contracts';
import { expectNoAxeViolations } from './fixtures/axe';
import { manyItems, Operator, openConsole } from './fixtures/operator';
import type { Product } from './fixtures/product';
import { expect, test } from './fixtures/test';

const FACEBOOK_PAGE_ID = '1000002';

const newBroadcast = (product: Product, title: string): Promise<{ id: string }> =>
  product.simulate('/broadcasts', { owner: FACEBOOK_PAGE_ID, title });

/** Opens the console of a live show that reads a broadcast of the Page. */
async function openShowWithBroadcast(
  page: Page,
  product: Product,
): Promise<{ operator: Operator; show: Show; liveId: string }> {
  const { id: liveId } = await newBroadcast(product, 'Sunday sale');
  const operator = await Operator.register(page);
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Connect Facebook Page' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'connected.' })).toBeVisible();
  const show = await operator.liveShow(
    manyItems(3, () => 2),
    'Sunday live',
    [{ platform: 'facebook', liveId, connectionId: await operator.connectionIdOf(FACEBOOK_PAGE_ID) }],
  );
  await openConsole(page, show);
  return { operator, show, liveId };
}

test('The console reports an ended broadcast, and one click replaces it while the show stays live.', async ({
  page,
  product,
}) => {
  test.setTimeout(120_000);
  const { operator, show, liveId } = await openShowWithBroadcast(page, product);
  await expect(page.getByText('Facebook: delivering')).toBeVisible({ timeout: 30_000 });
  await product.simulate(`/broadcasts/${liveId}/stop`);
  await expect(page.getByText(/Facebook: broadcast ended at/).first()).toBeVisible({ timeout: 20_000 });
  await expect(page).toHaveTitle(/^\(\d+\)/);

  const next = await newBroadcast(product, 'Sunday sale 2');
  await product.simulate('/comments', {
    broadcastId: next.id,
    text: 'sold 101',
    authorId: '9000777',
    authorName: 'Early Eva',
  });
  await page.keyboard.press('v');
  const useButton = page.getByRole('button', { name: /^Use new broadcast/ });
  await expect(useButton).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('“Sunday sale 2” is running.')).toBeVisible();
  await expectNoAxeViolations(page, 'the console with an ended broadcast');
  await useButton.click();
  // Won or waiting: the demo audience may have claimed every unit before Early Eva.
  await expect
    .poll(async () => (await operator.claims(show)).map(({ buyer }) => buyer.displayName), {
      timeout: 30_000,
    })
    .toContain('Early Eva');
  await expect(useButton).toBeHidden();
  await expect(page.getByText('Facebook 2: delivering').first()).toBeVisible({ timeout: 20_000 });
  await operator.changeStatus(show, 'stop');
});

test('Sources can be added to and removed from a live show, and the console explains what removing one does.', async ({
  page,
  product,
}) => {
  test.setTimeout(120_000);
  const { operator, show } = await openShowWithBroadcast(page, product);
  await page.getByRole('button', { name: 'More commands' }).click();
  await page.getByRole('menuitem', { name: 'Show sources…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comment sources' });
  await dialog.getByRole('button', { name: 'Add rehearsal' }).click();
  await expect(dialog.getByText('Rehearsal', { exact: true })).toBeVisible();
  await expectNoAxeViolations(page, 'the sources of a live show');
  await dialog.getByRole('button', { name: 'Remove Facebook' }).click();
  const question = page.getByRole('alertdialog', { name: /^Stop reading comments from Facebook · .+\?$/ });
  await expect(question).toContainText('Claims already made will stay.');
  await question.getByRole('button', { name: 'Remove source' }).click();
  await expect(dialog.getByText('Facebook', { exact: true })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await operator.changeStatus(show, 'stop');
});
