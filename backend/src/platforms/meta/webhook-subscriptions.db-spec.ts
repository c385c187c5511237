import type { Connection } from '@sellary/contracts';
import { Clock } from '../../kernel';
import {
  type Caller,
  newCaller,
  refusal,
  startTestApp,
  useCallerPerTest,
  useSimulatedApp,
} from '../../../test';
import { readConnections } from '../../../test/live-sources';
import { ConnectionUpkeepJob } from '../connections/connection-upkeep.job';

jest.setTimeout(60_000);

const PAGE = '1000001';
const DIRECT_ACCOUNT = '17840000000000002';
const BOTH = ['feed', 'live_videos'];
const HOUR_MS = 3_600_000;

describe("Connected accounts' webhooks", () => {
  const { platform, app } = useSimulatedApp({ env: { PUBLIC_URL: 'https://sale.example' } });
  const owner = useCallerPerTest(app);

  beforeEach(async () => {
    platform.control.subscribe('page', 'https://sale.example/api/webhooks/facebook');
    platform.control.subscribe('instagram', 'https://sale.example/api/webhooks/instagram');
    platform.control.switch({ dialog: 'allow' });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    platform.control.clearFaults();
    const database = await app.connect();
    await database.query('DELETE FROM social_connections');
    for (const id of [PAGE, '1000002', DIRECT_ACCOUNT]) platform.control.uninstall(id);
  });

  const pageConnection = async (caller = owner): Promise<Connection> => {
    const found = (await readConnections(caller)).find(({ externalAccountId }) => externalAccountId === PAGE);
    if (found === undefined) throw new Error('The page is not connected');
    return found;
  };
  const connect = async (kind: string, caller = owner, body = {}, testApp = app): Promise<Connection[]> => {
    await platform.visitDialog(testApp.url, caller, kind, body);
    return (await readConnections(caller)).filter(({ platform: name }) => name === kind);
  };
  const check = async ({ id }: Connection): Promise<Connection> =>
    (await owner.call<Connection>('GET', `/api/connections/${id}/webhooks`)).body;
  const subscribeAgain = async ({ id }: Connection): Promise<Connection> =>
    (await owner.call<Connection>('POST', `/api/connections/${id}/webhooks`)).body;
  const disconnect = (caller: Caller, { id }: Connection) => caller.call('DELETE', `/api/connections/${id}`);
  const pageFields = (): string[] | null => platform.control.installedFields(PAGE);

  it('Webhooks are on after connecting, with the time of the last check.', async () => {
    await connect('facebook');
    expect((await pageConnection()).webhooks).toEqual({
      state: 'on',
      problem: null,
      checkedAt: expect.any(String),
    });
    expect(pageFields()).toEqual(BOTH);
    const [instagram] = await connect('instagram');
    expect(instagram?.webhooks).toMatchObject({ state: 'on', problem: null });
    const [withInstagramLogin] = await connect('instagram', await newCaller(app.url), { login: 'instagram' });
    expect(withInstagramLogin?.webhooks).toMatchObject({ state: 'on', problem: null });
    expect(platform.control.installedFields(DIRECT_ACCOUNT)).toEqual(['comments', 'live_comments']);
  });

  it("If subscribing fails, webhooks are off with the platform's reason, and a second attempt turns them on.", async () => {
    platform.control.fault({
      kind: 'graph',
      path: '/subscribed_apps',
      method: 'POST',
      times: 2,
      code: 2,
      message: 'Service is down',
    });
    await connect('facebook');
    const { webhooks } = await pageConnection();
    expect(webhooks).toMatchObject({
      state: 'off',
      problem: expect.stringMatching(
        /not subscribed to Wren & Willow Vintage\. .*edits and deletions do not arrive\. Select Subscribe again\..*Service is down/,
      ),
    });
    expect((await subscribeAgain(await pageConnection())).webhooks).toMatchObject({
      state: 'on',
      problem: null,
    });
    expect(pageFields()).toEqual(BOTH);
  });

  it("A subscription removed at the platform is detected for all the page's connections, on demand or hours later.", async () => {
    await connect('facebook');
    const [instagram] = await connect('instagram');
    platform.control.uninstall(PAGE);
    expect((await check(await pageConnection())).webhooks).toMatchObject({
      state: 'off',
      problem: expect.stringContaining('Subscribe again'),
    });
    expect((await readConnections(owner)).find(({ id }) => id === instagram?.id)?.webhooks).toMatchObject({
      state: 'off',
      problem: expect.stringContaining('may be missed'),
    });
    await subscribeAgain(await pageConnection());
    platform.control.uninstall(PAGE);
    await app.nest.get(ConnectionUpkeepJob).run();
    expect((await pageConnection()).webhooks.state).toBe('on');
    const at = Date.now() + 6 * HOUR_MS;
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => at);
    await app.nest.get(ConnectionUpkeepJob).run();
    expect((await pageConnection()).webhooks.state).toBe('off');
  });

  it('Webhooks are partial if the app lacks a field, and the problem names the field.', async () => {
    await connect('facebook');
    platform.control.subscribe('page', 'https://sale.example/api/webhooks/facebook', ['feed']);
    expect((await check(await pageConnection())).webhooks).toMatchObject({
      state: 'partial',
      problem: expect.stringContaining("Add the field live_videos in the app's dashboard (Webhooks, Page)"),
    });
  });

  it("Webhooks are off, with the reason, if the app's webhook is missing or sends to another server.", async () => {
    await connect('facebook');
    platform.control.unsubscribe('page');
    expect((await check(await pageConnection())).webhooks).toMatchObject({
      state: 'off',
      problem: expect.stringContaining(
        'Enter https://sale.example/api/webhooks/facebook with the fields feed and live_videos',
      ),
    });
    platform.control.subscribe('page', 'https://old.example/hook');
    expect((await check(await pageConnection())).webhooks).toMatchObject({
      state: 'off',
      problem: expect.stringContaining('sends to https://old.example/hook, not to this server'),
    });
  });

  it('The webhook state is unknown if the platform refuses the check, and the problem names the permission.', async () => {
    platform.control.fault({ kind: 'graph', path: '/subscribed_apps', times: null, code: 200 });
    await connect('facebook');
    expect((await pageConnection()).webhooks).toMatchObject({
      state: 'unknown',
      problem: expect.stringContaining('pages_manage_metadata'),
    });
  });

  it("Facebook's fields stay subscribed when Instagram is connected through the same page.", async () => {
    await connect('facebook');
    await connect('instagram');
    expect(pageFields()).toEqual(BOTH);
    const other = await newCaller(app.url);
    await connect('instagram', other);
    expect(pageFields()).toEqual(BOTH);
  });

  it("A page's webhooks stay on when one of its connections is disconnected, and end with the last connection.", async () => {
    await connect('facebook');
    const [instagram] = await connect('instagram');
    const other = await newCaller(app.url);
    await connect('facebook', other);
    await disconnect(owner, await pageConnection());
    expect(pageFields()).toEqual(BOTH);
    await disconnect(other, await pageConnection(other));
    expect(pageFields()).toEqual(['feed']);
    expect((await readConnections(owner)).find(({ id }) => id === instagram?.id)?.webhooks.state).toBe('on');
    if (instagram !== undefined) await disconnect(owner, instagram);
    expect(pageFields()).toBeNull();
  });

  it('Webhooks stay on for an account with Instagram Login when another workspace disconnects it.', async () => {
    const other = await newCaller(app.url);
    await connect('instagram', owner, { login: 'instagram' });
    const [otherConnection] = await connect('instagram', other, { login: 'instagram' });
    if (otherConnection !== undefined) await disconnect(other, otherConnection);
    expect(platform.control.installedFields(DIRECT_ACCOUNT)).toEqual(['comments', 'live_comments']);
  });

  it('An account with an expired sign-in cannot be subscribed to webhooks again.', async () => {
    await connect('facebook');
    const { id } = await pageConnection();
    const database = await app.connect();
    await database.query(`UPDATE social_connections SET status = 'expired' WHERE id = $1`, [id]);
    const refused = await owner.call('POST', `/api/connections/${id}/webhooks`);
    expect(refused).toMatchObject(refusal(409, 'CONNECTION_EXPIRED'));
  });

  // This test must be last. Passport is global, so all apps here check tokens as the newest one does.
  it('If two processes connect and disconnect accounts at the same time, webhooks match the remaining connections.', async () => {
    const second = await startTestApp({
      databaseUrl: app.databaseUrl,
      env: { ...platform.env, PUBLIC_URL: 'https://sale.example' },
    });
    const other = await newCaller(second.url);
    await connect('instagram', other, {}, second);
    platform.control.switch({ latencyMs: 20 });
    for (let round = 0; round < 4; round++) {
      await connect('facebook');
      const connection = await pageConnection();
      await Promise.all([disconnect(owner, connection), connect('facebook', other, {}, second)]);
      expect(pageFields()).toEqual(BOTH);
      await Promise.all([connect('facebook'), disconnect(other, await pageConnection(other))]);
      expect(pageFields()).toEqual(BOTH);
      await disconnect(owner, await pageConnection());
      expect(pageFields()).toEqual(['feed']);
    }
    platform.control.switch({ latencyMs: 0 });
    await second.close();
  });
});
