import type { Page } from '@playwright/test';
import { Nginx, hasNginx } from './fixtures/nginx';
import { Operator, manyItems, rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

/** Runs a test, or skips it if nginx is not on the PATH. */
const testWithNginx = hasNginx ? test : test.skip;

const NOTICE = 'Your network blocks the live connection. Updates arrive with a short delay.';

/** Opens a console through the proxy, and checks that claims arrive once and in order, and that an act works. */
async function expectSalesThrough(page: Page, proxy: Nginx): Promise<void> {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  await page.goto(`${proxy.url}/shows/${show.id}/console`);
  await expect(page.getByText('Up to date').filter({ visible: true }).first()).toBeVisible({
    timeout: 20_000,
  });
  const viewers = ['bella', 'tess', 'ivy', 'rita'];
  for (const viewer of viewers) await operator.sendComments(show, [[viewer, 'sold 101']]);
  await expect(page.getByText('4 comments in')).toBeVisible();
  for (const viewer of viewers) await expect(rowsOf(page, viewer)).toHaveCount(1);
  await expect(page.locator('app-claim-row')).toContainText(['rita', 'ivy', 'tess', 'bella']);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('group', { name: 'The show is paused' })).toBeVisible();
}

testWithNginx(
  'The console works over WebSocket behind nginx with the documented configuration (needs nginx).',
  async ({ page, product }) => {
    const proxy = await Nginx.start(product.url, { withUpgrade: true });
    try {
      const sockets: string[] = [];
      page.on('websocket', (socket) => sockets.push(socket.url()));
      await expectSalesThrough(page, proxy);
      expect(sockets).toHaveLength(1);
      expect(sockets[0]).toContain(new URL(proxy.url).host);
      await expect(page.getByText(NOTICE)).toHaveCount(0);
    } finally {
      await proxy.remove();
    }
  },
);

testWithNginx(
  'The console works over HTTP long-polling behind a proxy without upgrade headers, and shows a notice (needs nginx).',
  async ({ page, product }) => {
    const proxy = await Nginx.start(product.url, { withUpgrade: false });
    try {
      const methods: string[] = [];
      page.on(
        'request',
        (request) => request.url().includes('transport=polling') && methods.push(request.method()),
      );
      await expectSalesThrough(page, proxy);
      await expect(page.getByText(NOTICE)).toBeVisible();
      expect(methods).toContain('POST');
    } finally {
      await proxy.remove();
    }
  },
);
