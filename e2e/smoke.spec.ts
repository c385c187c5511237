import { expect, test } from './fixtures/test';

test('The server reports that it is live and ready.', async ({ request }) => {
  const live = await request.get('/health/live');
  expect(live.status()).toBe(200);
  const ready = await request.get('/health/ready');
  expect(ready.status()).toBe(200);
});

test('A path with many segments does not cause a server error.', async ({ request }) => {
  const response = await request.get(`${'/a'.repeat(500)}.js`);
  expect(response.status()).toBeLessThan(500);
});

test('A request for a file that does not exist gets status 404.', async ({ request }) => {
  const response = await request.get('/chunk-AAAAAAAA.js');
  expect(response.status()).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test("The page title contains the product's name.", async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Sellary/);
});
