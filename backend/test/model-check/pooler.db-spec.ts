import type { EmitCommentResult, Show, ShowEventList, SourceInput } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Replay } from '../../src/claim-engine';
import { poolReader } from '../../src/kernel';
import {
  type Caller,
  connectConsole,
  createDatabase,
  dropDatabase,
  eventually,
  hasPgBouncer,
  newCaller,
  SimulatedPlatform,
  startPgBouncer,
  startTestApp,
  type TestApp,
  type TestPgBouncer,
} from '..';
import { call } from '../caller';

jest.setTimeout(120_000);

const whenInstalled = hasPgBouncer ? describe : describe.skip;
const reason = hasPgBouncer ? '' : ' (skipped: there is no pgbouncer on the PATH)';

whenInstalled(`Behind PgBouncer in transaction mode${reason}`, () => {
  let platform: SimulatedPlatform;
  let databaseUrl: string;
  let pooler: TestPgBouncer;
  let [first, second]: TestApp[] = [];
  let owner: Caller;

  beforeAll(async () => {
    platform = await SimulatedPlatform.start();
    databaseUrl = await createDatabase();
    pooler = await startPgBouncer(databaseUrl);
    // Both processes run the migrations on the empty database at the same time.
    [first, second] = await Promise.all(
      [0, 1].map(() => startTestApp({ databaseUrl: pooler.url, env: platform.env })),
    );
    owner = await newCaller(first?.url ?? '');
  });
  afterAll(async () => {
    await Promise.all([first?.close(), second?.close()]);
    await pooler.stop();
    await dropDatabase(databaseUrl);
    await platform.close();
  });

  const sayOn = (app: TestApp | undefined, show: Show, user: string, commentId: string) =>
    call<EmitCommentResult>(app?.url ?? '', owner.session.accessToken, 'POST', '/api/debug/emit-comment', {
      showId: show.id,
      userId: user,
      userHandle: user,
      text: 'sold 1',
      commentId,
    });
  const replayOf = async (show: Show) => new Replay(poolReader(pool()), show.id).run();
  const pool = (): DataSource => {
    if (first === undefined) throw new Error('The product is not running');
    return first.nest.get(DataSource);
  };

  it('Two processes selling side by side store every comment once, and the replay finds no differences.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 3 }]);
    const ids = Array.from({ length: 60 }, (_, index) => `c-${index}`);
    const responses = await Promise.all(
      ids.map((id, index) => sayOn(index % 2 === 0 ? first : second, show, `viewer ${index}`, id)),
    );
    expect(responses.map(({ status }) => status)).toEqual(ids.map(() => 200));
    const [stored] = await pool().query<{ comments: number; winners: number }[]>(
      `SELECT (SELECT count(*)::int FROM comments WHERE show_id = $1) AS comments,
         (SELECT count(*)::int FROM claims WHERE show_id = $1 AND status = 'winner') AS winners`,
      [show.id],
    );
    expect(stored).toEqual({ comments: 60, winners: 3 });
    expect((await replayOf(show)).differences).toEqual([]);
    const { status, body } = await owner.call<ShowEventList>('GET', `/api/shows/${show.id}/events?limit=200`);
    expect([status, body.events.map(({ seq }) => seq)]).toEqual([
      200,
      body.events.map((_, index) => index + 1),
    ]);
  });

  it("A console receives another process's decisions, and readiness warns about delayed signals and names the fix.", async () => {
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 3 }]);
    const console = await connectConsole(first?.url ?? '', owner.session.accessToken);
    await console.join(show.id, show.lastSeq);
    await sayOn(second, show, 'ann', 'late');
    await eventually(
      () => console.events.map(({ type }) => type),
      (types) => types.includes('claim.created'),
    );
    console.close();
    expect(await owner.call('GET', '/health/ready')).toMatchObject({
      status: 200,
      body: {
        status: 'ok',
        warnings: [{ field: 'signals', message: expect.stringContaining('DATABASE_DIRECT_URL') }],
      },
    });
  });

  it('One process reads a source, and another process takes over when the first one stops.', async () => {
    const [connection] = await platform.connect(first?.url ?? '', owner, 'facebook');
    await owner.call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, {
      settings: { pollIntervalSeconds: 2 },
    });
    const broadcast = platform.control.broadcasts.create({ owner: connection?.externalAccountId ?? '' });
    const input: SourceInput = {
      platform: 'facebook',
      liveId: broadcast.id,
      connectionId: connection?.id ?? '',
    };
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 3 }], { sources: [input] });
    const reads = () => platform.callsTo(/\/comments/);
    const leases = () =>
      pool().query<{ owner: string }[]>('SELECT owner FROM source_leases WHERE until > clock_timestamp()');
    const stored = async (): Promise<string[]> =>
      (
        await pool().query<{ text: string }[]>(
          'SELECT text FROM comments WHERE show_id = $1 ORDER BY received_at',
          [show.id],
        )
      ).map(({ text }) => text);
    platform.say(broadcast.id, 'ann', 'sold 1');
    await eventually(stored, (texts) => texts.length === 1);
    expect(await leases()).toHaveLength(1);
    const before = reads().length;
    await eventually(
      () => reads().length,
      (count) => count >= before + 4,
    );
    // One process reads every two seconds. A second process's reads would fall between these.
    const times = reads()
      .slice(before)
      .map(({ at }) => at);
    expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? at)))).toBeGreaterThan(1_400);
    await second?.close();
    second = undefined;
    platform.say(broadcast.id, 'bob', 'sold 1');
    await eventually(stored, (texts) => texts.length === 2);
    expect((await replayOf(show)).differences).toEqual([]);
  });

  it('With a direct PostgreSQL address, readiness reports no warnings.', async () => {
    const direct = await startTestApp({
      databaseUrl: pooler.url,
      env: { ...platform.env, DATABASE_DIRECT_URL: databaseUrl },
    });
    expect(await call(direct.url, null, 'GET', '/health/ready')).toMatchObject({
      status: 200,
      body: { warnings: [] },
    });
    await direct.close();
  });
});
