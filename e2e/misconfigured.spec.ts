import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { manyItems, Operator } from './fixtures/operator';
import { Product } from './fixtures/product';
import { expect, test } from './fixtures/test';

// Missing permissions, revoked access, and wrong settings, as a show's operator sees them. The platform is
// the product's own simulator, driven by its control API.

async function openDialog(page: Page, button: string): Promise<void> {
  await page.goto('/connections');
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText('Rehearsal: this is not Facebook')).toBeVisible();
}

const card = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Connected accounts' }).getByRole('listitem').filter({ hasText: name });

async function expectToFitPhone(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const overflowing = await page
    .locator('main .card')
    .evaluateAll((cards) => cards.filter((element) => element.scrollWidth > element.clientWidth).length);
  expect(overflowing).toBe(0);
  await page.setViewportSize(size);
}

test('After a sign-in without a Page, or with a Page that has no Instagram account, the console shows what to do.', async ({
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
  await expectNoAxeViolations(page, 'connections with a failure');
  await expectToFitPhone(page);
});

test('A denied permission is shown on the connection and in a show that uses the connection.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const draft = await operator.draft(manyItems(1));
  await openDialog(page, 'Connect Facebook Page');
  await page.getByText('What the app may do').click();
  await page.locator('input[name=permission][value="pages_read_user_content"]').uncheck();
  for (const box of await page.locator('input[name=page]').all()) await box.check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('2 accounts connected, but permissions are missing.')).toBeVisible();
  await expect(card(page, 'Wren & Willow')).toContainText('without pages_read_user_content');
  await expectNoAxeViolations(page, 'a connection without a permission');
  await page.goto(`/shows/${draft.id}`);
  await page.getByRole('button', { name: 'Add live video' }).click();
  await expect(page.getByRole('dialog')).toContainText('without pages_read_user_content');
  await page.getByRole('dialog').getByRole('button', { name: 'Add video' }).click();
  const sources = page.locator('app-show-sources');
  await expect(sources).toContainText('Wren & Willow');
  await expect(sources).toContainText('Needs attention');
  await expectNoAxeViolations(page, 'a show with a source that needs attention');
  await expectToFitPhone(page);
  await sources.getByRole('link', { name: 'Open Connections' }).click();
  await expect(page).toHaveURL(/\/connections$/);
});

test('If the app is removed during a show, the health strip, the “Needs you” tab, and the connection all report it. Reconnecting fixes it.', async ({
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
  await expect(page.getByText(/Facebook: (no comments yet|delivering)/)).toBeVisible();

  await product.simulate('/tokens/kill', { death: 'revoked' });
  await expect(page.getByText('Facebook: sign-in expired').first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('tab', { name: /Needs you/ }).click();
  const needsYou = page.getByRole('region', { name: 'Needs you' });
  await expect(needsYou).toContainText("The app was removed in the Facebook account's settings");
  await expectNoAxeViolations(page, 'the console with a source that has a problem');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Sources with a problem' })).toContainText('Facebook');
  await page.setViewportSize({ width: 1280, height: 800 });

  const [connectionsPage] = await Promise.all([
    page.context().waitForEvent('page'),
    needsYou.getByRole('link', { name: /Open Connections/ }).click(),
  ]);
  const connection = card(connectionsPage, 'Wren & Willow');
  await expect(connection).toContainText('Access removed');
  await expect(connection).not.toContainText('Renews automatically');
  await connection.getByRole('button', { name: 'Connect again' }).click();
  await connectionsPage.getByRole('button', { name: 'Allow' }).click();
  await expect(card(connectionsPage, 'Wren & Willow')).toContainText('Connected');
  await connectionsPage.close();
  await expect(page.getByText(/Facebook: (no comments yet|delivering)/)).toBeVisible({ timeout: 20_000 });
  await operator.changeStatus(draft, 'stop');
});

test('After a sign-in that ends with a platform error, the Connections page shows advice.', async ({
  page,
  product,
}) => {
  await Operator.register(page);
  await product.simulate('/switches', { scopesAppLacks: 'pages_read_user_content' });
  try {
    await page.goto('/connections');
    await page.getByRole('button', { name: 'Connect Facebook Page' }).click();
    await expect(page.getByText('Invalid Scopes: pages_read_user_content')).toBeVisible();
    await page.goBack();
    const advice = page.getByRole('note').filter({ hasText: 'did not finish' });
    await expect(advice).toContainText('Did Facebook show an error?');
    await expect(advice).toContainText('Invalid Scopes');
    await expect(page.getByRole('button', { name: 'Connect Facebook Page' })).toBeEnabled();
    await expectNoAxeViolations(page, 'connections with advice');
    await expectToFitPhone(page);
  } finally {
    await product.simulate('/switches', { scopesAppLacks: '' });
  }
});

test('Webhooks removed elsewhere are detected and explained, and can be switched back on.', async ({
  page,
  product,
}) => {
  await Operator.register(page);
  await openDialog(page, 'Connect Facebook Page');
  await page.getByText('What the app may do').click();
  for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
  await page.getByRole('button', { name: 'Allow' }).click();
  const connection = card(page, 'Wren & Willow');
  await expect(connection).toContainText('Facebook reports edits and deletions of comments as they happen.');
  await product.simulate('/pages/1000001/subscribed', {}, 'DELETE');
  await connection.getByRole('button', { name: 'Check now' }).click();
  await expect(connection).toContainText('edits and deletions do not arrive');
  await expectNoAxeViolations(page, 'a connection without webhooks');
  await expectToFitPhone(page);
  await connection.getByRole('button', { name: 'Subscribe again' }).click();
  await expect(connection).toContainText('Facebook reports edits and deletions of comments as they happen.');
});

test('Without a Meta app, the Connections page explains who sets one up and how.', async ({ browser }) => {
  const unconfigured = await Product.start({ META_GRAPH_URL: 'http://127.0.0.1:9' });
  const context = await browser.newContext({ baseURL: unconfigured.url });
  try {
    const page = await context.newPage();
    await Operator.register(page);
    await page.goto('/connections');
    await expect(page.getByText('Setup needed').first()).toBeVisible();
    await expect(
      page.getByText('Ask your server administrator to create one at developers.facebook.com').first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect Facebook Page' })).toBeDisabled();
    await expectNoAxeViolations(page, 'connections without a Meta app');
    await expectToFitPhone(page);
  } finally {
    await context.close();
    await unconfigured.stopAndDelete();
  }
});
