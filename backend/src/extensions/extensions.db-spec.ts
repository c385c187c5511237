import { Controller, Get, Injectable, Module } from '@nestjs/common';
import type {
  AuditList,
  ErrorBody,
  ExtensionInfo,
  ExtensionList,
  Role,
  RunActionResult,
  Session,
  CreatedInvite,
  ShowEventList,
} from '@sellary/contracts';
import {
  BuyerReader,
  ClaimCommands,
  CurrentWorkspace,
  defineAction,
  defineExtension,
  type ExtensionDefinition,
  ExtensionRefusal,
  ExtensionSettings,
  type ExtensionWorkspace,
  type FollowedEvent,
  OnShowEvent,
  RequireRole,
  Setting,
  ShowReader,
} from '@sellary/extension-kit';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Min, MinLength } from 'class-validator';
import { call, type Caller, eventually, newCaller, startTestApp, type TestApp } from '../../test';

class ShopSettings {
  @IsString()
  @MinLength(3)
  @Setting({ label: 'Name of the shop' })
  shop = 'My shop';

  @IsInt()
  @Min(1)
  @Setting({ label: 'Days to pay' })
  days = 3;

  @IsIn(['short', 'long'])
  @Setting({ label: 'Text' })
  text = 'short';

  @IsBoolean()
  @Setting({ label: 'Remind buyers' })
  remind = false;

  @IsOptional()
  @IsString()
  @MinLength(8)
  @Setting({ label: 'API key', secret: true })
  apiKey?: string;
}

@Injectable()
class Shop {
  constructor(
    private readonly settings: ExtensionSettings,
    private readonly shows: ShowReader,
    private readonly buyers: BuyerReader,
  ) {}

  read(workspaceId: string): Promise<ShopSettings> {
    return this.settings.read(ShopSettings, workspaceId);
  }

  async claimsOfFirstShow(workspaceId: string): Promise<string[]> {
    const { rows } = await this.shows.list(workspaceId, { limit: 1 });
    const claims = await this.shows.claims(workspaceId, rows[0]?.id ?? '', { limit: 200 });
    return claims.rows.map(({ buyer, status }) => `${buyer.handle} ${status}`);
  }

  async handles(workspaceId: string): Promise<string[]> {
    return (await this.buyers.list(workspaceId)).rows.map(({ handle }) => handle);
  }
}

@Controller('api/x/shop')
class ShopController {
  constructor(private readonly shop: Shop) {}

  @Get('workspace')
  workspace(@CurrentWorkspace() workspace: ExtensionWorkspace): ExtensionWorkspace {
    return workspace;
  }

  @Get('settings')
  @RequireRole('admin')
  settings(@CurrentWorkspace() { id }: ExtensionWorkspace): Promise<ShopSettings> {
    return this.shop.read(id);
  }

  @Get('claims')
  async claims(@CurrentWorkspace() { id }: ExtensionWorkspace): Promise<object> {
    return { claims: await this.shop.claimsOfFirstShow(id), buyers: await this.shop.handles(id) };
  }

  @Get('refused')
  refused(): never {
    throw new ExtensionRefusal('The shop is closed. Open it first.');
  }
}

@Module({ providers: [Shop], exports: [Shop] })
class ShopServices {}

@Module({ imports: [ShopServices], controllers: [ShopController] })
class ShopModule {}

const actions = [
  defineAction({
    on: 'claim',
    id: 'release',
    label: 'Release for the shop',
    run: async ({ target, workspace, get }) => {
      await get(ClaimCommands).release(workspace.id, target.id, { notes: 'Not paid' });
      return { message: `Released ${target.buyer.handle}` };
    },
  }),
  defineAction({ on: 'show', id: 'close', label: 'Close the books', role: 'admin', run: () => undefined }),
  defineAction({
    on: 'buyer',
    id: 'invoice',
    label: 'Send invoice',
    run: ({ target }) => {
      throw new ExtensionRefusal(`${target.handle} has no email address. Add one first.`);
    },
  }),
  defineAction({
    on: 'buyer',
    id: 'break',
    label: 'Break',
    run: () => {
      throw new Error('secret of the shop');
    },
  }),
];

function shopExtension(seen: FollowedEvent<'claim.created'>[] = []): ExtensionDefinition {
  @Injectable()
  class ShopFollower {
    @OnShowEvent('claim.created')
    add(event: FollowedEvent<'claim.created'>): void {
      seen.push(event);
    }
  }
  return defineExtension({
    name: 'shop',
    version: '1.2.3',
    api: '^1.0.0',
    module: ShopModule,
    settings: ShopSettings,
    actions,
    followers: [ShopFollower],
  });
}

describe('Extensions in a workspace', () => {
  let app: TestApp;
  let owner: Caller;
  const seen: FollowedEvent<'claim.created'>[] = [];
  beforeAll(async () => {
    app = await startTestApp({ extensions: [shopExtension(seen)] });
    owner = await newCaller(app.url);
  });
  afterAll(() => app.close());

  const put = <T = ExtensionInfo>(body: unknown, caller = owner) =>
    caller.call<T>('PUT', '/api/extensions/shop', body);
  const info = async (caller = owner): Promise<ExtensionInfo> => {
    const { body } = await caller.call<ExtensionList>('GET', '/api/extensions');
    const [found] = body.extensions;
    if (found === undefined) throw new Error('No extension is loaded');
    return found;
  };
  async function member(role: Role): Promise<Session> {
    const { body } = await owner.call<CreatedInvite>(
      'POST',
      `/api/workspaces/${owner.session.workspace.id}/members`,
      { email: `${role}-${Math.random()}@example.com`, role },
    );
    const answer = await call<Session>(app.url, null, 'POST', `/api/invites/${body.token}/accept`, {
      name: role,
      password: 'correct horse',
    });
    return answer.body;
  }

  it('A route of an extension requires sign-in, and has the workspace and the user of the caller.', async () => {
    const { status } = await call(app.url, null, 'GET', '/api/x/shop/workspace');
    expect(status).toBe(401);
    const { body } = await owner.call('GET', '/api/x/shop/workspace');
    const { workspace, user } = owner.session;
    expect(body).toEqual({
      id: workspace.id,
      name: workspace.name,
      role: 'owner',
      user: { id: user.id, name: user.name },
    });
  });

  it('A route that requires a role refuses a lower one, and a refusal of the extension is one clear error.', async () => {
    const { accessToken } = await member('operator');
    const answer = await call<ErrorBody>(app.url, accessToken, 'GET', '/api/x/shop/settings');
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
    expect(await owner.call('GET', '/api/x/shop/refused')).toMatchObject({
      status: 409,
      body: { error: { code: 'EXTENSION_REFUSED', message: 'The shop is closed. Open it first.' } },
    });
  });

  it('The readers see the shows, claims, and buyers of one workspace.', async () => {
    const other = await newCaller(app.url);
    const show = await other.activeShow([{ itemNumber: '1' }]);
    await other.say(show.id, 'ann', 'sold 1');
    await other.say(show.id, 'bob', 'sold 1');
    expect((await other.call('GET', '/api/x/shop/claims')).body).toEqual({
      claims: ['bob waitlist', 'ann winner'],
      buyers: ['ann', 'bob'],
    });
    const stranger = await newCaller(app.url);
    expect((await stranger.call('GET', '/api/x/shop/claims')).body).toEqual({ claims: [], buyers: [] });
  });

  it('The form is a JSON Schema with the defaults, and no answer contains a secret.', async () => {
    const caller = await newCaller(app.url);
    expect((await info(caller)).settings).toMatchObject({
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
    const { body: read } = await caller.call<ShopSettings>('GET', '/api/x/shop/settings');
    expect(read).toMatchObject({ shop: 'My shop', days: 5, apiKey: 'correct horse' });
    const { body: audit } = await caller.call<AuditList>(
      'GET',
      `/api/workspaces/${caller.session.workspace.id}/audit`,
    );
    const database = await app.connect();
    const { rows } = await database.query('SELECT * FROM extension_switches');
    expect(JSON.stringify([saved.body, await info(caller), audit, rows])).not.toContain('correct horse');
    await put({ settings: { shop: 'Second' } }, caller);
    expect((await caller.call<ShopSettings>('GET', '/api/x/shop/settings')).body.apiKey).toBe(
      'correct horse',
    );
    await put({ settings: { apiKey: null } }, caller);
    expect((await info(caller)).settings?.secretsSet).toEqual([]);
  });

  it('Settings that are not valid are refused with the field, and nothing is saved.', async () => {
    const refused = await put<ErrorBody>({ settings: { days: 0, shop: 'Other' } });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION_FAILED', details: [{ field: 'settings.days' }] } },
    });
    expect((await put<ErrorBody>({ settings: { unknown: 1 } })).body.error.details?.[0]?.field).toBe(
      'settings.unknown',
    );
    const short = await put<ErrorBody>({ settings: { apiKey: 'short' } });
    expect(short.status).toBe(400);
    expect(JSON.stringify(short.body)).not.toContain('"short"');
    expect((await info()).settings?.values['shop']).toBe('My shop');
  });

  it('Settings are for admins: others see the extension without them.', async () => {
    const { accessToken } = await member('viewer');
    const { body } = await call<ExtensionList>(app.url, accessToken, 'GET', '/api/extensions');
    expect(body.extensions[0]).toMatchObject({ name: 'shop', version: '1.2.3', settings: null });
  });

  it('Off in one workspace: its routes, actions, and followers do nothing there; another workspace keeps them.', async () => {
    const [off, on] = [await newCaller(app.url), await newCaller(app.url)];
    const show = await off.activeShow([{ itemNumber: '1', totalQuantity: 9 }]);
    expect((await put({ enabled: false }, off)).body.enabled).toBe(false);
    const answer = { status: 409, body: { error: { code: 'EXTENSION_OFF' } } };
    expect(await off.call('GET', '/api/x/shop/workspace')).toMatchObject(answer);
    const action = '/api/extensions/shop/actions/close';
    expect(await off.call('POST', action, { targetId: show.id })).toMatchObject(answer);
    await off.say(show.id, 'passed-over', 'sold 1');
    const other = await on.activeShow([{ itemNumber: '1' }]);
    await on.say(other.id, 'ann', 'sold 1');
    await eventually(
      () => seen.filter(({ showId }) => showId === other.id).length,
      (count) => count === 1,
    );
    await put({ enabled: true }, off);
    await off.say(show.id, 'followed', 'sold 1');
    await eventually(
      () => seen.filter(({ showId }) => showId === show.id).length,
      (count) => count > 0,
    );
    expect(
      seen.filter(({ showId }) => showId === show.id).map(({ data }) => data.claim.buyer.handle),
    ).toEqual(['followed']);
  });

  it('An action acts as the extension: in the ledger, in the audit log, and as something to undo.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 1');
    const { body } = await owner.call<RunActionResult>('POST', '/api/extensions/shop/actions/release', {
      targetId: claim?.id,
    });
    expect(body).toEqual({ message: 'Released ann' });
    const { body: ledger } = await owner.call<ShowEventList>('GET', `/api/shows/${show.id}/events?limit=200`);
    const act = ledger.events.findLast(({ type }) => type === 'operator.act');
    expect(act?.by).toEqual({ kind: 'extension', name: 'shop' });
    const { body: audit } = await owner.call<AuditList>(
      'GET',
      `/api/workspaces/${owner.session.workspace.id}/audit?limit=5`,
    );
    expect(audit.entries.map(({ action, user }) => [action, user.kind])).toEqual(
      expect.arrayContaining([
        ['extension.action', 'person'],
        ['claim.release', 'extension'],
      ]),
    );
    expect((await owner.call('POST', `/api/shows/${show.id}/acts/${act?.seq}/undo`, {})).status).toBe(200);
  });

  it('An action is refused to a lower role, for an unknown target, and with its own message; a failure hides its cause.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 1');
    const { accessToken } = await member('operator');
    const run = (id: string, targetId: unknown, token = owner.session.accessToken) =>
      call<ErrorBody>(app.url, token, 'POST', `/api/extensions/shop/actions/${id}`, { targetId });
    expect(await run('close', show.id, accessToken)).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    });
    expect((await run('close', show.id)).status).toBe(200);
    expect((await run('close', claim?.id)).status).toBe(404);
    expect((await run('unknown', show.id)).status).toBe(404);
    expect(await run('invoice', claim?.buyer.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'EXTENSION_REFUSED', message: 'ann has no email address. Add one first.' } },
    });
    const failed = await run('break', claim?.buyer.id);
    expect(failed).toMatchObject({ status: 502, body: { error: { code: 'EXTENSION_FAILED' } } });
    expect(JSON.stringify(failed.body)).not.toContain('secret of the shop');
    const stranger = await newCaller(app.url);
    expect((await run('close', show.id, stranger.session.accessToken)).status).toBe(404);
  });

  it('Metrics count the rows of each extension.', async () => {
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/sellary_extension_rows_total\{extension="shop"\} [1-9]/);
    expect(metrics).toMatch(/sellary_extension_rows_behind\{extension="shop"\} \d/);
  });
});
