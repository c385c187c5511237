import { defineExtension } from '@sellary/extension-kit';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import outgoingWebhooks from '../../../../extensions/outgoing-webhooks/src';
import {
  createDatabase,
  dropDatabase,
  eventually,
  newCaller,
  startTestApp,
  type TestApp,
} from '../../../test';

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';
const [OLD_KEY, NEW_KEY] = ['o'.repeat(32), 'n'.repeat(32)];

describe('Secrets in extension tables', () => {
  let databaseUrl: string;
  let app: TestApp | undefined;
  beforeEach(async () => {
    databaseUrl = await createDatabase();
    process.env['OUTGOING_WEBHOOKS_ALLOWED_NETWORKS'] = '127.0.0.1';
  });
  afterEach(async () => {
    delete process.env['OUTGOING_WEBHOOKS_ALLOWED_NETWORKS'];
    await app?.close();
    await dropDatabase(databaseUrl);
  });
  const start = async (TOKEN_ENCRYPTION_KEY: string, extensions = [outgoingWebhooks]): Promise<TestApp> => {
    await app?.close();
    app = undefined;
    return (app = await startTestApp({ databaseUrl, extensions, env: { TOKEN_ENCRYPTION_KEY } }));
  };

  it("After the encryption key is rotated, a server with only the new key signs with both of an endpoint's secrets.", async () => {
    const received: { headers: IncomingHttpHeaders; body: string }[] = [];
    const shop = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    const owner = await newCaller((await start(OLD_KEY)).url, () => app?.url ?? '');
    const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
    const { body } = await owner.call<{ id: string; secret: string }>('POST', ENDPOINTS, { url });
    const rotated = await owner.call<{ secret: string }>('POST', `${ENDPOINTS}/${body.id}/rotate-secret`);
    await start(`${NEW_KEY},${OLD_KEY}`);
    await start(NEW_KEY);
    await owner.call('POST', `${ENDPOINTS}/${body.id}/test`);
    const [webhook] = await eventually(
      () => received,
      ({ length }) => length === 1,
    );
    shop.close();
    for (const secret of [body.secret, rotated.body.secret]) {
      new Webhook(secret).verify(webhook?.body ?? '', webhook?.headers as Record<string, string>);
    }
  });

  it('The product does not start if a secret column does not exist, and the error names the column.', async () => {
    const secretColumns = [{ table: 'x_outgoing_webhooks_endpoints', column: 'pin', owner: 'id' }];
    await expect(start(OLD_KEY, [defineExtension({ ...outgoingWebhooks, secretColumns })])).rejects.toThrow(
      '"outgoing-webhooks" has the secret column x_outgoing_webhooks_endpoints.pin',
    );
  });
});
