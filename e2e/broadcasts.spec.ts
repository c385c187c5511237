import type { Page } from '@playwright/test';
import type { Show } from '@sellary/contracts';
import { isClean } from './fixtures/axe';
import { manyItems, Operator, openConsole } from './fixtures/operator';
import type { Product } from './fixtures/product';
import { expect, test } from './fixtures/test';

const PAGE = '1000002';

const simulatorOf = ({ output }: Product): string =>
  /simulated for a rehearsal \((http:\/\/[^)]+)\)/.exec(output)?.[1] ?? '';

async function drive<T>(product: Product, path: string, body: object = {}): Promise<T> {
  const answer = await fetch(`${simulatorOf(product)}/_sim${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const newBroadcast = (product: Product, title: string): Promise<{ id: string }> =>
  drive(product, '/broadcasts', { owner: PAGE, title });

/** A live show that reads a broadcast of the Page, and its console. */
async function consoleOf(
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
    [{ platform: 'facebook', liveId, connectionId: await operator.connectionOf(PAGE) }],
  );
  await openConsole(page, show);
  return { operator, show, liveId };
}

test('A broadcast that ends is seen, and the new one is used in one press while the show stays live.', async ({
  page,
  product,
}) => {
  test.setTimeout(120_000);
  const { operator, show, liveId } = await consoleOf(page, product);
  await expect(page.getByText('Facebook delivering')).toBeVisible({ timeout: 30_000 });
  await drive(product, `/broadcasts/${liveId}/stop`);
  await expect(page.getByText(/Facebook broadcast ended at/).first()).toBeVisible({ timeout: 20_000 });
  await expect(page).toHaveTitle(/^\(\d+\)/);

  const next = await newBroadcast(product, 'Sunday sale 2');
  await drive(product, '/comments', {
    broadcastId: next.id,
    text: 'sold 101',
    authorId: '9000777',
    authorName: 'Early Eva',
  });
  await page.keyboard.press('v');
  const use = page.getByRole('button', { name: /Use the new broadcast “Sunday sale 2”/ });
  await expect(use).toBeVisible({ timeout: 20_000 });
  await isClean(page, 'the console with an ended broadcast');
  await use.click();
  // The demo audience may have taken every unit before her.
  await expect
    .poll(async () => (await operator.claims(show)).map(({ buyer }) => buyer.displayName), {
      timeout: 30_000,
    })
    .toContain('Early Eva');
  await expect(use).toBeHidden();
  await expect(page.getByText('Facebook delivering').first()).toBeVisible({ timeout: 20_000 });
  await operator.turn(show, 'stop');
});

test('Sources are added and removed in a live show, and the console says what happens.', async ({
  page,
  product,
}) => {
  test.setTimeout(120_000);
  const { operator, show } = await consoleOf(page, product);
  await page.getByRole('button', { name: 'More commands' }).click();
  await page.getByRole('menuitem', { name: 'Show sources…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comment sources' });
  await dialog.getByRole('button', { name: 'Add rehearsal' }).click();
  await expect(dialog.getByText('Rehearsal', { exact: true })).toBeVisible();
  await isClean(page, 'the sources of a live show');
  await dialog.getByRole('button', { name: 'Remove Facebook' }).click();
  const question = page.getByRole('alertdialog', { name: 'Stop reading comments from Facebook?' });
  await expect(question).toContainText('Claims already made stay.');
  await question.getByRole('button', { name: 'Remove source' }).click();
  await expect(dialog.getByText('Facebook', { exact: true })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await operator.turn(show, 'stop');
});
