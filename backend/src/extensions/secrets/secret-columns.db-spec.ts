import { defineExtension } from '@sellary/extension-kit';
import outgoingWebhooks from '../../../../extensions/outgoing-webhooks/src';
import { eventually, newCaller, type TestApp } from '../../../test';
import { useDatabasePerTest } from '../../../test/database-per-test';
import { allowLocalWebhooks, verify, WebhookReceiver } from '../../../test/webhook-receiver';

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';
const [OLD_KEY, NEW_KEY] = ['o'.repeat(32), 'n'.repeat(32)];

describe('Secrets in extension tables', () => {
  allowLocalWebhooks();
  const { start, stop } = useDatabasePerTest();
  const startWith = (TOKEN_ENCRYPTION_KEY: string, extensions = [outgoingWebhooks]): Promise<TestApp> =>
    start({ extensions, env: { TOKEN_ENCRYPTION_KEY } });

  it("After the encryption key is rotated, a server with only the new key signs with both of an endpoint's secrets.", async () => {
    const shop = new WebhookReceiver();
    await shop.start();
    let app = await startWith(OLD_KEY);
    const owner = await newCaller(app.url, () => app.url);
    const { body } = await owner.call<{ id: string; secret: string }>('POST', ENDPOINTS, { url: shop.url() });
    const rotated = await owner.call<{ secret: string }>('POST', `${ENDPOINTS}/${body.id}/rotate-secret`);
    for (const keys of [`${NEW_KEY},${OLD_KEY}`, NEW_KEY]) {
      await stop(app);
      app = await startWith(keys);
    }
    await owner.call('POST', `${ENDPOINTS}/${body.id}/test`);
    const [webhook] = await eventually(
      () => shop.received,
      ({ length }) => length === 1,
    );
    shop.stop();
    for (const secret of [body.secret, rotated.body.secret]) verify(webhook, secret);
  });

  it('The product does not start if a secret column does not exist, and the error names the column.', async () => {
    const secretColumns = [{ table: 'x_outgoing_webhooks_endpoints', column: 'pin', owner: 'id' }];
    await expect(
      startWith(OLD_KEY, [defineExtension({ ...outgoingWebhooks, secretColumns })]),
    ).rejects.toThrow('"outgoing-webhooks" has the secret column x_outgoing_webhooks_endpoints.pin');
  });
});
