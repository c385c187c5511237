import type { ErrorBody, ExtensionInfo, ExtensionList } from '@sellary/contracts';
import { call, type Caller, refusal, newCaller, useCaller, useTestApp } from '../../test';
import { newMember } from '../../test/new-member';
import { shopExtension, type ShopSettings } from '../../test/shop-extension';

describe('Extension settings', () => {
  const app = useTestApp({ extensions: [shopExtension()] });
  const owner = useCaller(app);

  const put = <T = ExtensionInfo>(body: unknown, caller = owner) =>
    caller.call<T>('PUT', '/api/extensions/shop', body);
  const readSettings = async (caller: Caller): Promise<ShopSettings> =>
    (await caller.call<ShopSettings>('GET', '/api/x/shop/settings')).body;
  const readInfo = async (caller = owner): Promise<ExtensionInfo> => {
    const { body } = await caller.call<ExtensionList>('GET', '/api/extensions');
    const [found] = body.extensions;
    if (found === undefined) throw new Error('No extension is loaded');
    return found;
  };

  it('Settings are described by a JSON Schema and have defaults, and only the extension can read a secret.', async () => {
    const caller = await newCaller(app.url);
    expect((await readInfo(caller)).settings).toMatchObject({
      schema: {
        properties: {
          shop: { type: 'string', title: 'Name of the shop', minLength: 3 },
          days: { type: 'integer', minimum: 1 },
          text: { enum: ['short', 'long'] },
          remind: { type: 'boolean' },
          apiKey: { type: 'string', writeOnly: true },
        },
      },
      values: { shop: 'My shop', days: 3, text: 'short', remind: false },
      secretsSet: [],
    });
    const saved = await put({ settings: { days: 5, apiKey: 'correct horse' } }, caller);
    expect(saved.body.settings).toMatchObject({ values: { days: 5 }, secretsSet: ['apiKey'] });
    expect(await readSettings(caller)).toMatchObject({ shop: 'My shop', days: 5, apiKey: 'correct horse' });
    const audit = await caller.readAudit();
    const database = await app.connect();
    const { rows } = await database.query('SELECT * FROM extension_switches');
    expect(JSON.stringify([saved.body, await readInfo(caller), audit, rows])).not.toContain('correct horse');
    await put({ settings: { shop: 'Second' } }, caller);
    expect((await readSettings(caller)).apiKey).toBe('correct horse');
    await put({ settings: { apiKey: null } }, caller);
    expect((await readInfo(caller)).settings?.secretsSet).toEqual([]);
  });

  it('Invalid settings are rejected with the name of the field, and nothing is saved.', async () => {
    const refused = await put<ErrorBody>({ settings: { days: 0, shop: 'Other' } });
    expect(refused).toMatchObject(refusal(400, 'VALIDATION_FAILED', 'settings.days'));
    const unknown = await put<ErrorBody>({ settings: { unknown: 1 } });
    expect(unknown.body.error.details?.[0]?.field).toBe('settings.unknown');
    const short = await put<ErrorBody>({ settings: { apiKey: 'short' } });
    expect(short.status).toBe(400);
    expect(JSON.stringify(short.body)).not.toContain('"short"');
    expect((await readInfo()).settings?.values['shop']).toBe('My shop');
  });

  it('Only admins see settings. Other members see the extension without them.', async () => {
    for (const [role, settings] of [
      ['viewer', null],
      ['operator', null],
      ['admin', expect.any(Object) as unknown],
    ] as const) {
      const { accessToken } = await newMember(app.url, owner, role);
      const { body } = await call<ExtensionList>(app.url, accessToken, 'GET', '/api/extensions');
      expect(body.extensions[0]).toMatchObject({ name: 'shop', version: '1.2.3', settings });
    }
  });
});
