import type { Page } from '@playwright/test';
import { isClean } from './fixtures/axe';
import { manyItems, Operator } from './fixtures/operator';
import { Product } from './fixtures/product';
import { expect, test } from './fixtures/test';

// Wrong or revoked settings, as the operator of a show sees them. The platform is the product's own
// simulator, driven by its control API.

const simulatorOf = ({ output }: Product): string =>
  /simulated for a rehearsal \((http:\/\/[^)]+)\)/.exec(output)?.[1] ?? '';

async function drive(product: Product, path: string, body: object, method = 'POST'): Promise<void> {
  const answer = await fetch(`${simulatorOf(product)}/_sim${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

async function openDialog(page: Page, button: string): Promise<void> {
  await page.goto('/connections');
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText('Rehearsal: this is not Facebook')).toBeVisible();
}

const card = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Connected accounts' }).getByRole('listitem').filter({ hasText: name });

async function fitsThePhone(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const overflowing = await page
    .locator('main .card')
    .evaluateAll((cards) => cards.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(overflowing).toBe(0);
  await page.setViewportSize(size);
}

test('A sign-in without a Page, and a Page without an Instagram account, show what to do.', async ({
  page,
}) => {
  await Operator.register(page);
  await openDialog(page, 'Connect Facebook Page');
  for (const box of await page.locator('input[name=page]').all()) await box.uncheck();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('alert')).toContainText('choose at least one Page');
  await openDialog(page, 'Connect Instagram account');
  await page.locator('input[name=page][value="1000001"]').uncheck();
  await page.locator('input[name=page][value="1000002"]').check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('alert')).toContainText('Linked accounts');
  await isClean(page, 'connections with a failure');
  await fitsThePhone(page);
});

test('A refused permission is named on the connection and in a show that uses it.', async ({ page }) => {
  const operator = await Operator.register(page);
  const draft = await operator.draft(manyItems(1));
  await openDialog(page, 'Connect Facebook Page');
  await page.getByText('What the app may do').click();
  await page.locator('input[name=permission][value="pages_read_user_content"]').uncheck();
  for (const box of await page.locator('input[name=page]').all()) await box.check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('2 accounts connected, but permissions are missing.')).toBeVisible();
  await expect(card(page, 'Wren & Willow')).toContainText('without pages_read_user_content');
  await isClean(page, 'a connection without a permission');
  await page.goto(`/shows/${draft.id}`);
  await page.getByRole('button', { name: 'Add live video' }).click();
  await expect(page.getByRole('dialog')).toContainText('without pages_read_user_content');
  await page.getByRole('dialog').getByRole('button', { name: 'Add video' }).click();
  const sources = page.locator('app-show-sources');
  await expect(sources).toContainText('Wren & Willow');
  await expect(sources).toContainText('Needs attention');
  await isClean(page, 'a show with a source that needs attention');
  await fitsThePhone(page);
  await sources.getByRole('link', { name: 'Open Connections' }).click();
  await expect(page).toHaveURL(/\/connections$/);
});

test('An app removed during the show appears in the strip, in Needs you, on the connection, and on the show; connecting again fixes it.', async ({
  page,
  product,
}) => {
  const operator = await Operator.register(page);
  const draft = await operator.draft(manyItems(5));
  await openDialog(page, 'Connect Facebook Page');
  await page.getByText('What the app may do').click();
  for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('2 accounts connected.')).toBeVisible();
  await page.goto(`/shows/${draft.id}`);
  await page.getByRole('button', { name: 'Add live video' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add video' }).click();
  await page.getByRole('button', { name: 'Go live' }).click();
  await expect(page.getByText(/Facebook (nothing yet|delivering)/)).toBeVisible();

  await drive(product, '/tokens/kill', { death: 'revoked' });
  await expect(page.getByText('Facebook sign-in expired').first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('tab', { name: /Needs you/ }).click();
  const needs = page.getByRole('region', { name: 'Needs you' });
  await expect(needs).toContainText("The app was removed in the Facebook account's settings");
  await isClean(page, 'the console with a source in trouble');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Sources with a problem' })).toContainText('Facebook');
  await page.setViewportSize({ width: 1280, height: 800 });

  const [connections] = await Promise.all([
    page.context().waitForEvent('page'),
    needs.getByRole('link', { name: /Open Connections/ }).click(),
  ]);
  const removed = card(connections, 'Wren & Willow');
  await expect(removed).toContainText('Access removed');
  await expect(removed).not.toContainText('Renews automatically');
  await removed.getByRole('button', { name: 'Connect again' }).click();
  await connections.getByRole('button', { name: 'Allow' }).click();
  await expect(card(connections, 'Wren & Willow')).toContainText('Connected');
  await connections.close();
  await expect(page.getByText(/Facebook (nothing yet|delivering)/)).toBeVisible({ timeout: 20_000 });
  await operator.turn(draft, 'stop');
});

test('After a sign-in that ends at an error of the platform, the Connections page shows advice.', async ({
  page,
  product,
}) => {
  await Operator.register(page);
  await drive(product, '/switches', { scopesAppLacks: 'pages_read_user_content' });
  try {
    await page.goto('/connections');
    await page.getByRole('button', { name: 'Connect Facebook Page' }).click();
    await expect(page.getByText('Invalid Scopes: pages_read_user_content')).toBeVisible();
    await page.goBack();
    const advice = page.getByRole('note').filter({ hasText: 'did not finish' });
    await expect(advice).toContainText('Did Facebook show an error?');
    await expect(advice).toContainText('Invalid Scopes');
    await expect(page.getByRole('button', { name: 'Connect Facebook Page' })).toBeEnabled();
    await isClean(page, 'connections with advice');
    await fitsThePhone(page);
  } finally {
    await drive(product, '/switches', { scopesAppLacks: '' });
  }
});

test('Webhooks that were removed elsewhere are detected, explained, and switched on again.', async ({
  page,
  product,
}) => {
  await Operator.register(page);
  await openDialog(page, 'Connect Facebook Page');
  await page.getByText('What the app may do').click();
  for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
  await page.getByRole('button', { name: 'Allow' }).click();
  const shown = card(page, 'Wren & Willow');
  await expect(shown).toContainText('Facebook reports edited and deleted comments as they happen.');
  await drive(product, '/pages/1000001/subscribed', {}, 'DELETE');
  await shown.getByRole('button', { name: 'Check now' }).click();
  await expect(shown).toContainText('edits and deletions do not arrive');
  await isClean(page, 'a connection without webhooks');
  await fitsThePhone(page);
  await shown.getByRole('button', { name: 'Subscribe again' }).click();
  await expect(shown).toContainText('Facebook reports edited and deleted comments as they happen.');
});

test('Without a Meta app, the Connections page states who sets it up and how.', async ({ browser }) => {
  const bare = await Product.start({ META_GRAPH_URL: 'http://127.0.0.1:9' });
  const context = await browser.newContext({ baseURL: bare.url });
  try {
    const page = await context.newPage();
    await Operator.register(page);
    await page.goto('/connections');
    await expect(page.getByText('Setup needed').first()).toBeVisible();
    await expect(
      page.getByText('Ask your server administrator to create one at developers.facebook.com').first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect Facebook Page' })).toBeDisabled();
    await isClean(page, 'connections without a Meta app');
    await fitsThePhone(page);
  } finally {
    await context.close();
    await bare.remove();
  }
});
