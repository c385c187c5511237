import { REALTIME_PATH, type ShowEvent, type ShowJoinAck } from '@sellary/contracts';
import { io, type Socket } from 'socket.io-client';
import { useCaller, useTestApp } from '../../test';

jest.setTimeout(60_000);

describe('A console that can only poll', () => {
  let socket: Socket;
  // Runs before the app closes.
  afterAll(() => void socket.close());
  const app = useTestApp();
  const operator = useCaller(app);

  beforeAll(async () => {
    socket = io(app.url, {
      path: REALTIME_PATH,
      transports: ['polling'],
      upgrade: false,
      auth: { token: operator.session.accessToken },
      reconnection: false,
      forceNew: true,
    });
    await new Promise((resolve, reject) =>
      socket.once('connect', () => resolve(null)).once('connect_error', reject),
    );
  });

  it('A polling console receives every ledger row once, in order and without a gap, both live and when catching up.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 20 }]);
    await operator.say(show.id, 'early', 'sold 12');
    const events: ShowEvent[] = [];
    socket.on('show.events', (message: { events: ShowEvent[] }) => events.push(...message.events));
    const joined = (await socket.emitWithAck('show.join', {
      showId: show.id,
      afterSeq: show.lastSeq,
    })) as Extract<ShowJoinAck, { ok: true }>;
    for (let buyer = 0; buyer < 40; buyer += 1) await operator.say(show.id, `buyer ${buyer}`, 'sold 12');
    const { body } = await operator.call<{ lastSeq: number }>('GET', `/api/shows/${show.id}`);
    while ((events[events.length - 1]?.seq ?? 0) < body.lastSeq) {
      await new Promise((resolve) => socket.once('show.events', resolve));
    }
    const received = [...joined.events, ...events].map(({ seq }) => seq);
    expect(received).toEqual(
      Array.from({ length: body.lastSeq - show.lastSeq }, (_, index) => show.lastSeq + 1 + index),
    );
    expect(socket.io.engine.transport.name).toBe('polling');
  });

  it('A polling console does not get a cookie, and its responses are never cached.', async () => {
    const response = await fetch(`${app.url}${REALTIME_PATH}/?EIO=4&transport=polling`);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('An oversized frame from a polling console is rejected with 413.', async () => {
    const handshake = await fetch(`${app.url}${REALTIME_PATH}/?EIO=4&transport=polling`);
    const { sid } = JSON.parse((await handshake.text()).slice(1)) as { sid: string };
    const response = await fetch(`${app.url}${REALTIME_PATH}/?EIO=4&transport=polling&sid=${sid}`, {
      method: 'POST',
      body: `4${'x'.repeat(200_000)}`,
    });
    expect(response.status).toBe(413);
  });
});
