import type { ShowEventList, ShowWithItems } from '@sellary/contracts';
import {
  atOnce,
  type Caller,
  connectConsole,
  hasRedis,
  newCaller,
  startRedis,
  startTestApp,
  type TestApp,
  type TestConsole,
  type TestRedis,
} from '../../test';
import { call } from '../../test/caller';

jest.setTimeout(60_000);

const UNREACHABLE_REDIS = { url: 'redis://127.0.0.1:1', stop: () => Promise.resolve() };
const transports: { name: string; open: () => Promise<TestRedis | null> }[] = [
  { name: 'signals through PostgreSQL', open: () => Promise.resolve(null) },
  { name: 'signals through a Redis that is down', open: () => Promise.resolve(UNREACHABLE_REDIS) },
];
// The tests do not require Redis, so it is used only if it is installed.
if (hasRedis) transports.push({ name: 'signals through Redis', open: startRedis });

describe.each(transports)('Two processes on one database, $name', ({ open }) => {
  let [first, second]: TestApp[] = [];
  let operator: Caller;
  let redis: TestRedis | null = null;

  beforeAll(async () => {
    redis = await open();
    const env = { REDIS_URL: redis?.url ?? '' };
    first = await startTestApp({ env });
    second = await startTestApp({ databaseUrl: first.databaseUrl, env });
    operator = await newCaller(first.url);
  });
  afterAll(async () => {
    await second?.close();
    await first?.close();
    await redis?.stop();
  });

  const urls = (): [string, string] => [first?.url ?? '', second?.url ?? ''];
  const onSecond = <T>(method: string, path: string, body?: unknown) =>
    call<T>(urls()[1], operator.session.accessToken, method, path, body);
  const sayOn = (url: string, showId: string, user: string, text: string, extra = {}) =>
    call<{ outcome: string }>(url, operator.session.accessToken, 'POST', '/api/debug/emit-comment', {
      showId,
      userId: user,
      userHandle: user,
      text,
      ...extra,
    });

  it('Each process sends its consoles every row once, in order, whichever process wrote it.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    const consoles: TestConsole[] = [];
    for (const url of urls()) {
      const console = await connectConsole(url, operator.session.accessToken);
      expect(await console.join(show.id, show.lastSeq)).toMatchObject({ ok: true, lastSeq: show.lastSeq });
      consoles.push(console);
    }
    await atOnce(120, (index) =>
      sayOn(urls()[index % 2] ?? '', show.id, `viewer ${index}`, index % 3 === 0 ? 'hello' : 'sold 1'),
    );
    const { body: current } = await onSecond<ShowWithItems>('GET', `/api/shows/${show.id}`);
    await Promise.all(consoles.map((console) => console.until(current.lastSeq)));
    const received = consoles.map((console) => console.events.map((event) => event.seq));
    const all = Array.from(
      { length: current.lastSeq - show.lastSeq },
      (_, index) => show.lastSeq + 1 + index,
    );
    expect(received).toEqual([all, all]);
    expect(consoles[1]?.events).toEqual(consoles[0]?.events);
    const stored = (
      await onSecond<ShowEventList>('GET', `/api/shows/${show.id}/events?afterSeq=${show.lastSeq}&limit=200`)
    ).body.events;
    expect(consoles[0]?.events.slice(0, stored.length)).toEqual(stored);
    expect(current.stats).toMatchObject({ comments: 120, claims: 80, winners: 5, waitlisted: 75 });
    for (const console of consoles) console.close();
  });

  it('A comment that both processes receive is stored once.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    const outcomes = (
      await atOnce(60, (index) =>
        sayOn(urls()[index % 2] ?? '', show.id, 'ann', 'sold 1', { commentId: 'same' }),
      )
    ).map((response) => response.body.outcome);
    expect(outcomes.filter((outcome) => outcome === 'winner')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(59);
  });

  it('A process parses comments with the current words and items, even if the other process changed them.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    for (const url of urls()) await sayOn(url, show.id, 'warm', 'hello');
    await operator.call('PATCH', `/api/shows/${show.id}`, { claimWords: ['mine'] });
    await operator.call('POST', `/api/shows/${show.id}/items`, { items: [{ itemNumber: 'A7' }] });
    expect((await sayOn(urls()[1], show.id, 'ann', 'mine A7')).body.outcome).toBe('winner');
    expect((await sayOn(urls()[1], show.id, 'bob', 'sold 1')).body.outcome).not.toBe('winner');
  });

  it('If a show is activated in two processes simultaneously, only one activation takes effect.', async () => {
    const { body: show } = await operator.call<ShowWithItems>('POST', '/api/shows', {
      sources: [{ platform: 'rehearsal' }],
    });
    const statuses = await Promise.all(
      urls().map(
        async (url) =>
          (await call(url, operator.session.accessToken, 'POST', `/api/shows/${show.id}/activate`, {}))
            .status,
      ),
    );
    expect(statuses.sort()).toEqual([200, 409]);
  });

  it("When a session ends in one process, the other process disconnects the session's consoles.", async () => {
    const leaver = await newCaller(urls()[0]);
    const console = await connectConsole(urls()[1], leaver.session.accessToken);
    const disconnection = new Promise((resolve) => console.socket.once('disconnect', resolve));
    await leaver.call('POST', '/api/auth/logout');
    expect(await disconnection).toBe('io server disconnect');
  });
});
