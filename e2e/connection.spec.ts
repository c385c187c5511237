import type { WebSocketRoute } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole } from './fixtures/operator';

test('The console reports a lost connection, then catches up without a gap and shows a divider.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  const sockets: WebSocketRoute[] = [];
  let isOpen = true;
  await page.routeWebSocket(/\/api\/realtime/, (socket) => {
    if (!isOpen) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.route(/\/api\/realtime/, (route) => (isOpen ? route.fallback() : route.abort()));
  await openConsole(page, show);
  await operator.sendComments(show, [['bella', 'sold 101']]);
  await expect(page.getByText('1 comment in')).toBeVisible();

  isOpen = false;
  for (const socket of sockets) await socket.close();
  await expect(page.getByText('Reconnecting').first()).toBeVisible();
  await operator.sendComments(show, [
    ['tess', 'sold 101'],
    ['ivy', 'sold 102'],
    ['rita', 'so pretty'],
  ]);
  await expect(page.getByText(/No response from the server for \d+ s/)).toBeVisible();
  await expect(page.getByText('Up to date')).toHaveCount(0);
  isOpen = true;
  await expect(page.getByText('Up to date').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^Caught up: 3 comments, 2 claims from .* None lost\.$/)).toBeVisible();
  await expect(page.getByText('4 comments in')).toBeVisible();
  await expect(page.locator('app-claim-row').filter({ hasText: 'tess' })).toHaveCount(1);
});

test('While the server is frozen, changes are paused, and the strip reports the silence after 5 s, turns red, and never turns green.', async ({
  page,
  product,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  await openConsole(page, show);
  await product.freeze();
  try {
    const frozenAt = Date.now();
    await expect(page.getByText(/No response from the server for 5 s/)).toBeVisible({ timeout: 8_000 });
    await expect(page.getByRole('button', { name: 'Pause' })).toBeDisabled();
    const addItem = page.getByRole('button', { name: 'Add an item' });
    await expect(addItem).toBeDisabled();
    await addItem.hover();
    await expect(addItem).toHaveAttribute('title', /Changes are paused until/);
    // Samples the strip ten times a second, until 20 s after the freeze.
    const observed = await page.evaluate(
      async (until) => {
        let green = 0;
        let red = 0;
        while (performance.now() < until) {
          const strip = document.querySelector('app-health-strip header');
          if (strip?.textContent?.includes('Up to date')) green++;
          if (strip?.classList.contains('bg-bad-ground')) red++;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        return { green, red };
      },
      await page.evaluate((remainingMs) => performance.now() + remainingMs, 20_000 - (Date.now() - frozenAt)),
    );
    expect(observed.green).toBe(0);
    expect(observed.red).toBeGreaterThan(20);
    await page.keyboard.press('.');
    await expect(page.getByText(/No response/).first()).toBeVisible();
  } finally {
    await product.thaw();
  }
  await operator.sendComments(show, [['bella', 'sold 101']]);
  await expect(page.getByText('Up to date').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('app-claim-row').filter({ hasText: 'bella' })).toHaveCount(1);
});

test('After the session expires, a dialog asks for the password, and the console behind it keeps its state.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  await operator.sendComments(show, [['bella', 'sold 101']]);
  await openConsole(page, show);
  await page.getByPlaceholder('Search by handle, number, or text').fill('bella');
  await page.route('**/api/shows/**', (route) =>
    route.fulfill({ status: 401, json: { error: { code: 'UNAUTHENTICATED', message: 'Sign in.' } } }),
  );
  await page.route('**/api/auth/refresh', (route) =>
    route.fulfill({ status: 401, json: { error: { code: 'INVALID_REFRESH_TOKEN', message: 'Sign in.' } } }),
  );
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('dialog')).toContainText('Sign in again');
  await page.unrouteAll();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByPlaceholder('Search by handle, number, or text')).toHaveValue('bella');
  await expect(page.locator('app-claim-row').filter({ hasText: 'bella' })).toHaveCount(1);
});
