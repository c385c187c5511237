import { JwtService } from '@nestjs/jwt';
import { REALTIME_PATH, type ShowJoinAck, type ShowLeaveAck, type ShowWithItems } from '@sellary/contracts';
import { io } from 'socket.io-client';
import { get } from 'node:http';
import { atOnce, connectConsole, eventually, newCaller, useCaller, useTestApp } from '../../test';
import { whenDisconnected } from '../../test/console';

jest.setTimeout(30_000);

const NOT_VALID = { ok: false, error: { code: 'VALIDATION_FAILED', message: expect.any(String) as string } };

describe('Messages from consoles', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;

  beforeAll(async () => (show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }])));

  const expectWorkingServer = async (): Promise<void> => {
    expect((await operator.call('GET', '/health/live')).status).toBe(200);
    const console = await connectConsole(app.url, operator.session.accessToken);
    expect(await console.join(show.id)).toMatchObject({ ok: true });
    console.close();
  };
  /** Result of a handshake with these headers. */
  const handshake = (headers: Record<string, string>): Promise<string> =>
    new Promise((resolve) => {
      const socket = io(app.url, {
        path: REALTIME_PATH,
        transports: ['websocket'],
        auth: { token: operator.session.accessToken },
        extraHeaders: headers,
        reconnection: false,
        forceNew: true,
      });
      const end = (outcome: string): void => {
        socket.close();
        resolve(outcome);
      };
      socket.once('connect', () => end('connected'));
      socket.once('connect_error', (error) => end(error.message));
    });

  it.each([
    [undefined],
    [null],
    [5],
    ['text'],
    [[]],
    [{}],
    [{ showId: null }],
    [{ showId: 5 }],
    [{ showId: ['x'] }],
    [{ showId: { toString: 'x' } }],
  ])('A join or leave with the message %j is rejected.', async (request) => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    expect(await console.socket.emitWithAck('show.join', request)).toEqual(NOT_VALID);
    expect(((await console.socket.emitWithAck('show.leave', request)) as ShowLeaveAck).ok).toBe(false);
    console.close();
  });

  it('A message that does not request a response is processed.', async () => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    await console.join(show.id);
    console.socket.emit('show.tell', { showId: show.id, note: 'Thank bella' });
    await eventually(
      () => console.heartbeats.at(-1)?.operators.map(({ note }) => note),
      (notes) => notes?.[0] === 'Thank bella',
    );
    console.close();
  });

  it.each([[-1], [1.5], ['1'], [null], [true], [1e300], [[1]]])(
    'A join with the invalid `afterSeq` %j is rejected.',
    async (afterSeq) => {
      const console = await connectConsole(app.url, operator.session.accessToken);
      expect(await console.socket.emitWithAck('show.join', { showId: show.id, afterSeq })).toEqual(NOT_VALID);
      console.close();
    },
  );

  it.each([
    '00000000-0000-0000-0000-000000000000',
    '01a20600-d4ed-79d3-ac76-34b0c84dda6b',
    'nonsense',
    '',
    '\0',
  ])('A join for a show that does not exist ("%s") is rejected with NOT_FOUND.', async (showId) => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    expect(await console.join(showId)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    console.close();
  });

  it('A join or leave without a callback, or a message with an unknown name, does not break the connection.', async () => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    const { socket } = console;
    socket.emit('show.join');
    socket.emit('show.join', { showId: show.id });
    socket.emit('show.join', { showId: 'nonsense' });
    socket.emit('show.leave');
    socket.emit('show.leave', { showId: show.id }, 'no function');
    socket.emit('something', { else: true });
    socket.emit('show.join', Buffer.from([1, 2, 3]));
    expect(await console.join(show.id)).toMatchObject({ ok: true });
    expect(socket.connected).toBe(true);
    console.close();
  });

  it('A message that is too large or unreadable disconnects only its sender.', async () => {
    const bystander = await connectConsole(app.url, operator.session.accessToken);
    await bystander.join(show.id);
    for (const frame of ['x'.repeat(200_000), '42[', '451-["show.join",{"_placeholder":true,"num":0}]']) {
      const console = await connectConsole(app.url, operator.session.accessToken);
      const disconnection = whenDisconnected(console);
      const engine = console.socket.io.engine as unknown as {
        transport: { ws: { send(data: string): void } };
      };
      engine.transport.ws.send(frame.length > 1_000 ? `42["show.join","${frame}"]` : frame);
      if (frame.startsWith('451')) engine.transport.ws.send('4not what was announced');
      await disconnection;
    }
    expect(bystander.socket.connected).toBe(true);
    bystander.close();
    await expectWorkingServer();
  });

  it('A console that left a show no longer receives its events.', async () => {
    const [leaver, stayer] = [
      await connectConsole(app.url, operator.session.accessToken),
      await connectConsole(app.url, operator.session.accessToken),
    ];
    for (const console of [leaver, stayer]) await console.join(show.id);
    expect(await leaver.socket.emitWithAck('show.leave', { showId: show.id })).toEqual({ ok: true });
    expect(await leaver.socket.emitWithAck('show.leave', { showId: show.id })).toEqual({ ok: true });
    await operator.say(show.id, 'after leaving', 'hello');
    const { body } = await operator.call<ShowWithItems>('GET', `/api/shows/${show.id}`);
    await stayer.until(body.lastSeq);
    expect(leaver.events).toEqual([]);
    leaver.close();
    stayer.close();
  });

  it('A console that rejoins catches up without a gap.', async () => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    const first = (await console.join(show.id)) as Extract<ShowJoinAck, { ok: true }>;
    await operator.say(show.id, 'again', 'hello');
    await console.until(first.lastSeq + 1);
    const second = await console.join(show.id, first.lastSeq);
    expect(second).toMatchObject({ ok: true, lastSeq: first.lastSeq + 1, events: console.events });
    console.close();
  });

  it('A console can join at most fifty shows, even if it sends all joins at the same time.', async () => {
    const busy = await newCaller(app.url);
    const ids = await atOnce(
      55,
      async () => (await busy.call<{ id: string }>('POST', '/api/shows', {})).body.id,
    );
    const console = await connectConsole(app.url, busy.session.accessToken);
    const responses = await Promise.all(ids.map((id) => console.join(id)));
    expect(responses.filter((answer) => answer.ok)).toHaveLength(50);
    expect(responses.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    console.close();
  });

  it("A console on another site's page is rejected, even after DNS rebinding to this machine.", async () => {
    const { host, origin } = new URL(app.url);
    expect(await handshake({ origin })).toBe('connected');
    expect(await handshake({ origin: 'https://evil.example' })).not.toBe('connected');
    expect(await handshake({ origin: 'null' })).not.toBe('connected');
    expect(await handshake({ origin: 'http://evil.example', host: 'evil.example' })).not.toBe('connected');
    expect(await handshake({ host: 'evil.example' })).not.toBe('connected');
    expect(await handshake({ host })).toBe('connected');
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ host: 'evil.example' }, 403],
    [{ host: 'evil.example', origin: 'http://evil.example' }, 403],
    [{}, 200],
  ])(
    'A handshake over HTTP long polling with the headers %j returns status %d.',
    async (headers: Record<string, string>, status) => {
      const url = `${app.url}${REALTIME_PATH}/?EIO=4&transport=polling`;
      const statusCode = await new Promise((resolve, reject) => {
        get(url, { headers }, (response) => resolve(response.resume().statusCode)).on('error', reject);
      });
      expect(statusCode).toBe(status);
    },
  );

  it.each([
    ['a number', 5],
    ['null', null],
    ['an object', {}],
    ['a list', ['x']],
    ['10,000 characters long', 'x'.repeat(10_000)],
    ['three letters separated by dots', 'a.b.c'],
  ])('A token that is %s does not open a connection.', async (_, token) => {
    await expect(connectConsole(app.url, token)).rejects.toThrow('UNAUTHENTICATED');
  });

  it('The connection ends when its access token expires.', async () => {
    const jwt = app.nest.get(JwtService, { strict: false });
    const { sub, ws, sid } = jwt.decode<{ sub: string; ws: string; sid: string }>(
      operator.session.accessToken,
    );
    const sign = (seconds: number): string =>
      jwt.sign({ sub, ws, sid }, { secret: app.secrets.JWT_SECRET, expiresIn: seconds });
    await expect(connectConsole(app.url, sign(-1))).rejects.toThrow('UNAUTHENTICATED');
    const console = await connectConsole(app.url, sign(2));
    await console.join(show.id);
    const disconnection = new Promise((resolve) => console.socket.once('disconnect', resolve));
    expect(await disconnection).toBe('io server disconnect');
  });

  it("The connection ends when its session's refresh token is used twice.", async () => {
    const careless = await newCaller(app.url);
    const console = await connectConsole(app.url, careless.session.accessToken);
    const disconnection = whenDisconnected(console);
    for (let times = 0; times < 2; times += 1) {
      await careless.call('POST', '/api/auth/refresh', { refreshToken: careless.session.refreshToken });
    }
    await disconnection;
    await expect(connectConsole(app.url, careless.session.accessToken)).rejects.toThrow('UNAUTHENTICATED');
  });

  it('A heartbeat reports the last row, the sources, the comment rate, and the operators.', async () => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    await console.join(show.id);
    await new Promise((resolve) => console.socket.once('show.pulse', resolve));
    const { lastSeq } = (await operator.call<ShowWithItems>('GET', `/api/shows/${show.id}`)).body;
    expect(console.heartbeats[0]).toEqual({
      showId: show.id,
      at: expect.any(String) as string,
      lastSeq,
      sources: [
        {
          id: show.sources[0]?.id,
          state: 'live',
          lagMs: expect.any(Number) as number,
          lastCommentAt: expect.any(String) as string,
        },
      ],
      commentsPerMinute: expect.any(Number) as number,
      blocksVersion: '',
      operators: [{ id: operator.session.user.id, name: operator.session.user.name }],
    });
    console.close();
  });

  it("The heartbeat reports each change to its workspace's blocked buyers, and no changes in other workspaces.", async () => {
    const console = await connectConsole(app.url, operator.session.accessToken);
    await console.join(show.id);
    const versions = (): string[] => [
      ...new Set(console.heartbeats.map(({ blocksVersion }) => blocksVersion)),
    ];
    const untilVersionCount = (expected: number) =>
      eventually(
        () => versions().length,
        (count) => count === expected,
      );
    await untilVersionCount(1);
    const { comment } = await operator.say(show.id, 'ann', 'hello');
    const path = `/api/buyers/${comment.buyer.id}/block`;
    await operator.call('PUT', path, { block: 'review', reason: 'Never pays' });
    await untilVersionCount(2);
    await operator.call('PUT', path, { block: 'refuse', reason: 'Never pays' });
    await untilVersionCount(3);
    const stranger = await newCaller(app.url);
    const theirShow = await stranger.activeShow([{ itemNumber: '1' }]);
    const { buyer } = (await stranger.say(theirShow.id, 'bob', 'hello')).comment;
    await stranger.call('PUT', `/api/buyers/${buyer.id}/block`, { block: 'refuse', reason: 'Never pays' });
    await operator.call('DELETE', path);
    await eventually(
      () => console.heartbeats.at(-1)?.blocksVersion,
      (version) => version === '',
    );
    expect(versions()).toHaveLength(3);
    console.close();
  });
});
