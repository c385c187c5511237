import type { Locator, Page } from '@playwright/test';
import { Product } from './fixtures/product';
import { expect, test } from './fixtures/test';

const MAX_CLICKS = 10;

/** Clicks buttons and links, and counts the clicks. Typing and Enter are not counted. */
class Clicks {
  count = 0;

  constructor(private readonly page: Page) {}

  async button(name: string): Promise<void> {
    await this.click(this.page.getByRole('button', { name, exact: true }).first());
  }

  async link(name: string): Promise<void> {
    await this.click(this.page.getByRole('link', { name, exact: true }).first());
  }

  private async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }
}

test('On an empty installation, a user gets from the first page to the first live claim in at most 10 clicks.', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const product = await Product.start();
  try {
    const clicks = new Clicks(page);
    await page.goto(product.url);
    await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
    await page.getByLabel('Your name').fill('Nina New');
    await page.getByLabel('Email').fill('nina@example.com');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await clicks.button('Create account');

    await clicks.link('Open Connections');
    await clicks.button('Connect Facebook Page');
    await clicks.button('Allow');
    await clicks.link('Create a show with a live video');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: 'Sunday sale' }).first()).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: 'Rehearsal' })).not.toBeChecked();
    await dialog.getByLabel('Name').press('Enter');

    await page.getByLabel('Number').fill('A-12');
    await page.getByPlaceholder('Title, for example Blue dress').fill('Blue linen dress');
    await page.getByPlaceholder('Title, for example Blue dress').press('Enter');
    await expect(page.locator('app-show-figures').getByText('1 item')).toBeVisible();
    await expect(page.getByText('It doesn’t start or stop your video')).toBeVisible();
    await clicks.button('Go live');

    const claim = page.locator('app-claim-row').filter({ hasText: 'A-12' });
    await expect(claim.getByText('Won').first()).toBeVisible({ timeout: 60_000 });
    expect(clicks.count).toBeLessThanOrEqual(MAX_CLICKS);

    // The installation has an account now, so a new visitor is asked to sign in.
    const visitor = await browser.newPage();
    await visitor.goto(product.url);
    await expect(visitor.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await visitor.close();
  } finally {
    await product.stopAndDelete();
  }
});
