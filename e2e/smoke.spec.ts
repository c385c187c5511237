import { expect, test } from './fixtures/test';

test('The server answers that it is ready.', async ({ request }) => {
  const live = await request.get('/health/live');
  expect(live.status()).toBe(200);
  const ready = await request.get('/health/ready');
  expect(ready.status()).toBe(200);
});

test('The title of the page names the product.', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Sellary/);
});
