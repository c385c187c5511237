import { Controller, HttpCode, Injectable, Module, Param, Post } from '@nestjs/common';
import type { ErrorBody } from '@sellary/contracts';
import {
  Callback,
  type CallbackRequest,
  CurrentCallback,
  defineExtension,
  type VerifiedCallback,
  type VerifiesCallbacks,
} from '@sellary/extension-kit';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Answer, useCaller, useTestApp } from '../../test';

const SECRET = 'a secret of the shop';
const sign = (body: string | Buffer): string => createHmac('sha256', SECRET).update(body).digest('hex');

/** Workspace ids, by the account in the path. */
const workspaceIds = new Map<string, string>();
const received: { workspaceId: string; text: string }[] = [];

@Injectable()
class ShopSignature implements VerifiesCallbacks {
  verify({ body, headers, params }: CallbackRequest): string | null {
    if (params['account'] === 'broken') throw new Error('a secret detail');
    const signature = Buffer.from(String(headers['x-signature']));
    const expected = Buffer.from(sign(body));
    const isSigned = signature.length === expected.length && timingSafeEqual(signature, expected);
    return isSigned ? (workspaceIds.get(params['account'] ?? '') ?? null) : null;
  }
}

@Controller('api/x/shop')
class ShopCallbacks {
  @Post('payments/:account')
  @Callback({ verifier: ShopSignature, maxBytes: 1_000 })
  @HttpCode(204)
  paid(@CurrentCallback() { workspaceId, body }: VerifiedCallback): void {
    received.push({ workspaceId, text: body.toString() });
  }

  @Post('plain/:account')
  plain(@Param('account') account: string): string {
    return account;
  }
}

@Module({ controllers: [ShopCallbacks], providers: [ShopSignature] })
class ShopModule {}

const shop = defineExtension({ name: 'shop', version: '1.0.0', api: '^1.0.0', module: ShopModule });

describe('An extension callback', () => {
  const app = useTestApp({ extensions: [shop] });
  const owner = useCaller(app);

  beforeAll(async () => {
    workspaceIds.set('boutique', owner.session.workspace.id);
    workspaceIds.set('gone', '00000000-0000-4000-8000-000000000000');
    workspaceIds.set('invalid', 'no uuid');
  });
  beforeEach(() => void received.splice(0));

  const post = async (
    account: string,
    body: string,
    { signature = sign(body), route = 'payments', type = 'text/plain' } = {},
  ): Promise<Pick<Answer<Partial<ErrorBody>>, 'status' | 'body'>> => {
    const response = await fetch(`${app.url}/api/x/shop/${route}/${account}`, {
      method: 'POST',
      headers: { 'x-signature': signature, 'content-type': type },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as ErrorBody) };
  };

  it('A signed call needs no session and arrives with its raw bytes and its workspace, whatever its content type.', async () => {
    expect((await post('boutique', '{ "paid":  1 }')).status).toBe(204);
    expect((await post('boutique', 'a=1&a=2', { type: 'application/x-www-form-urlencoded' })).status).toBe(
      204,
    );
    expect((await post('boutique', '')).status).toBe(204);
    expect(received.map(({ text }) => text)).toEqual(['{ "paid":  1 }', 'a=1&a=2', '']);
    expect(new Set(received.map(({ workspaceId }) => workspaceId))).toEqual(
      new Set([owner.session.workspace.id]),
    );
  });

  it.each([
    ['boutique', { signature: 'wrong' }, 403, 'FORBIDDEN'],
    ['unknown', {}, 403, 'FORBIDDEN'],
    ['invalid', {}, 403, 'FORBIDDEN'],
    ['broken', {}, 502, 'EXTENSION_FAILED'],
    ['boutique', { route: 'plain' }, 401, 'UNAUTHENTICATED'],
  ])(
    'A call to the account %s with %o is rejected, and the route does not receive it.',
    async (account, options, status, code) => {
      const response = await post(account, 'paid', options);
      expect([response.status, response.body.error?.code]).toEqual([status, code]);
      expect(JSON.stringify(response.body)).not.toContain('a secret detail');
      expect(received).toEqual([]);
    },
  );

  it("A body larger than the route's limit is rejected before its signature is checked.", async () => {
    const response = await post('broken', 'x'.repeat(1_001));
    expect([response.status, response.body.error?.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect((await post('boutique', 'x'.repeat(1_000))).status).toBe(204);
  });

  it('No call arrives in a workspace that does not exist or has the extension switched off.', async () => {
    await owner.call('PUT', '/api/extensions/shop', { enabled: false });
    for (const account of ['boutique', 'gone']) {
      expect((await post(account, 'paid')).body.error?.code).toBe('EXTENSION_OFF');
    }
    expect(received).toEqual([]);
    await owner.call('PUT', '/api/extensions/shop', { enabled: true });
    expect((await post('boutique', 'paid')).status).toBe(204);
  });

  it('A call from a signed-in user without a signature is rejected.', async () => {
    const { status } = await owner.call('POST', '/api/x/shop/payments/boutique', { paid: true });
    expect(status).toBe(403);
  });
});
