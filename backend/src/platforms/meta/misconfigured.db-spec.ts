import {
  type Caller,
  eventually,
  newCaller,
  startTestApp,
  type TestApp,
  useCallerPerTest,
  useSimulatedApp,
} from '../../../test';
import { readConnections, usePollingEveryTwoSeconds, watchSources } from '../../../test/live-sources';

jest.setTimeout(45_000);

const SELLER = '7000001';

describe('Wrong configuration, and denied or revoked access', () => {
  const { platform: meta, app } = useSimulatedApp();
  const { simulator } = meta;
  const owner = useCallerPerTest(app);
  usePollingEveryTwoSeconds(owner);

  afterEach(() => {
    simulator.control.clearFaults();
    simulator.control.switch({ dialog: 'allow' });
  });

  /** Signs in at the platform. @returns the result, as parameters of the redirect to the console */
  const connect = async (
    testApp: TestApp,
    caller: Caller,
    platform = 'facebook',
    body: Record<string, unknown> = {},
  ) => (await meta.visitDialog(testApp.url, caller, platform, body)).searchParams;
  const listConnections = () => readConnections(owner);
  const startShow = async () => {
    const connection = (await listConnections()).find(
      ({ externalAccountId }) => externalAccountId === '1000001',
    );
    const source = { platform: 'facebook', connectionId: connection?.id ?? '', liveId: '2000001' };
    const show = await owner.activeShow([{ itemNumber: '101', totalQuantity: 30 }], { sources: [source] });
    return { show, console: await watchSources(app.url, owner, show.id) };
  };
  type LiveShow = Awaited<ReturnType<typeof startShow>>;
  const untilProblemIs = ({ console }: LiveShow, problem: string | undefined) =>
    eventually(
      () => console.sources()[0],
      (source) =>
        source !== undefined &&
        source.problem === problem &&
        (problem !== undefined || source.state !== 'trouble'),
    );
  const stopShow = async ({ show, console }: LiveShow): Promise<void> => {
    console.close();
    await owner.call('POST', `/api/shows/${show.id}/stop`, {});
  };

  it('A dialog denied by the user and a dialog that failed at the platform are reported differently.', async () => {
    simulator.control.switch({ dialog: 'deny' });
    expect((await connect(app, owner)).get('error')).toBe('denied');
    simulator.control.switch({ dialog: 'fail' });
    expect((await connect(app, owner)).get('error')).toBe('platform_error');
  });

  it('A redirect address that is not registered for the app is reported.', async () => {
    simulator.control.fault({ kind: 'graph', path: '/oauth/access_token', code: 100, subcode: 36_008 });
    expect((await connect(app, owner)).get('error')).toBe('redirect_refused');
  });

  it("If a user removes the app at the platform, all of the user's connections and the live show report it.", async () => {
    await connect(app, owner);
    const liveShow = await startShow();
    await untilProblemIs(liveShow, undefined);
    simulator.control.killTokens(null, 'revoked');
    const source = await untilProblemIs(liveShow, 'CONNECTION_EXPIRED');
    expect(source).toMatchObject({
      state: 'trouble',
      message: expect.stringContaining("The app was removed in the Facebook account's settings"),
    });
    const connections = await eventually(listConnections, (all) =>
      all.every(({ status }) => status === 'revoked'),
    );
    expect(connections).toHaveLength(2);
    expect(connections.every(({ problem }) => problem?.includes('Connect the account again') ?? false)).toBe(
      true,
    );
    await connect(app, owner);
    await untilProblemIs(liveShow, undefined);
    expect(await listConnections()).toMatchObject([
      { status: 'active', problem: null },
      { status: 'active', problem: null },
    ]);
    await stopShow(liveShow);
  });

  it('If a permission is revoked during the show, the connection reports it until the permission is granted again.', async () => {
    await connect(app, owner);
    const liveShow = await startShow();
    await untilProblemIs(liveShow, undefined);
    simulator.control.revokePermission(SELLER, 'pages_read_engagement');
    const source = await untilProblemIs(liveShow, 'PERMISSION_MISSING');
    expect(source?.message).toContain('allow everything');
    const [page] = await eventually(listConnections, ([first]) => first?.problem != null);
    expect(page).toMatchObject({
      status: 'active',
      missingScopes: ['pages_read_engagement'],
      problem: expect.stringContaining('pages_read_engagement'),
    });
    await connect(app, owner);
    expect((await listConnections())[0]?.problem).toBeNull();
    await stopShow(liveShow);
  });

  it('If Facebook refuses to return comments although no permission is missing, a problem is reported until it returns them.', async () => {
    await connect(app, owner);
    simulator.control.fault({ kind: 'graph', path: '/comments', code: 10, times: null });
    const liveShow = await startShow();
    await untilProblemIs(liveShow, 'PERMISSION_MISSING');
    const [page] = await eventually(listConnections, ([first]) => first?.problem != null);
    expect(page).toMatchObject({ missingScopes: [], problem: expect.stringContaining('Advanced Access') });
    simulator.control.clearFaults();
    // A page event makes the page's source poll immediately instead of after a minute.
    simulator.control.subscribe('page', `${app.url}/api/webhooks/facebook`);
    await simulator.control.deliver('page', [
      {
        id: '1000001',
        time: 1,
        changes: [{ field: 'live_videos', value: { id: '2000001', status: 'live' } }],
      },
    ]);
    await untilProblemIs(liveShow, undefined);
    await eventually(listConnections, ([first]) => first?.problem === null);
    await stopShow(liveShow);
  });

  it('An app secret that changed after connecting is reported in the live show.', async () => {
    await connect(app, owner);
    simulator.control.fault({
      kind: 'graph',
      path: '/2000001',
      code: 100,
      message: 'Invalid appsecret_proof provided in the API argument',
      times: null,
    });
    const liveShow = await startShow();
    const source = await untilProblemIs(liveShow, 'PLATFORM_ERROR');
    expect(source?.message).toMatch(
      /Facebook does not accept this server's app.*META_APP_ID and META_APP_SECRET/,
    );
    await stopShow(liveShow);
  });

  it('The error for a wrong secret reports which login it affects.', async () => {
    // This test must be last. Passport is global, so all servers here check tokens as the newest one does.
    const wrongApp = await startTestApp({ env: { ...meta.env, META_APP_SECRET: 'another secret' } });
    const caller = await newCaller(wrongApp.url);
    expect((await connect(wrongApp, caller)).get('error')).toBe('not_configured');
    expect((await connect(wrongApp, caller, 'instagram', { login: 'instagram' })).get('error')).toBe(
      'instagram_not_configured',
    );
    await wrongApp.close();
  });
});
