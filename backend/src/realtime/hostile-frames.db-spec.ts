import { connectConsole, useCaller, useTestApp } from '../../test';
import { call } from '../../test/caller';
import { whenDisconnected, type TestConsole } from '../../test/console';

jest.setTimeout(60_000);

const EVENT_NAMES = [
  'show.join',
  'show.leave',
  'show.tell',
  'show.events',
  'show.pulse',
  'error',
  'close',
  'data',
  'message',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '*',
  'x'.repeat(5_000),
  '\0',
  '\ud800',
];
const VALUES: unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'text',
  [],
  [[[]]],
  {},
  { showId: null },
  { showId: {} },
  { showId: '__proto__' },
  { __proto__: null, showId: [1] },
  { toString: 1, then: 1, length: -1 },
  { message: null, stack: 5 },
  Buffer.from([0, 255]),
  { nested: { buffer: Buffer.alloc(3) } },
  'y'.repeat(10_000),
];
/** Raw frames, most of which no client library sends. */
const RAW_FRAMES = [
  '2',
  '42',
  '42[]',
  '42["error"]',
  '42["error",null]',
  '42[null]',
  '42[1,2]',
  '42[{}]',
  '42["connect"]',
  '42["disconnect"]',
  '42["disconnecting"]',
  '42["newListener"]',
  '42["removeListener"]',
  '429999999999999999999["show.join"]',
  '42-1["show.join"]',
  '43',
  '430[]',
  '4399999[null]',
  '44',
  '44"x"',
  '40',
  '40/other,',
  '41',
  '45',
  '450-["show.join"]',
  '459-["x",{"_placeholder":true,"num":-1}]',
  '451-["x",{"_placeholder":true,"num":99}]',
  '46',
  '4',
  '9',
  'x',
  '',
];

describe('Hostile frames', () => {
  let bystander: TestConsole;
  // Runs before the app closes.
  afterAll(() => bystander.close());
  const app = useTestApp();
  const attacker = useCaller(app);
  const operator = useCaller(app);
  let showId: string;

  beforeAll(async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    showId = show.id;
    bystander = await connectConsole(app.url, operator.session.accessToken);
    await bystander.join(showId, show.lastSeq);
  });

  /**
   * Asserts that the bystander is still connected and has received all events, in order and without a gap.
   */
  const expectUndisturbed = async (): Promise<void> => {
    await operator.say(showId, 'ann', 'hello');
    const { body } = await operator.call<{ lastSeq: number }>('GET', `/api/shows/${showId}`);
    await bystander.until(body.lastSeq);
    const first = bystander.events[0]?.seq ?? 0;
    expect(bystander.events.map(({ seq }) => seq)).toEqual(bystander.events.map((_, index) => first + index));
    expect(bystander.socket.connected).toBe(true);
  };
  const failureMetrics = async (): Promise<string> => {
    const metrics = (await call<string>(app.url, null, 'GET', '/metrics')).body;
    return metrics
      .split('\n')
      .filter((line) => line.startsWith('sellary_background_failures_total{'))
      .join('\n');
  };

  it('Frames with every name and every kind of value are dropped or answered, and do not disturb other consoles.', async () => {
    let console = await connectConsole(app.url, attacker.session.accessToken);
    let sent = 0;
    for (const name of EVENT_NAMES) {
      for (const value of VALUES) {
        if (sent % 150 === 0) {
          console.close();
          console = await connectConsole(app.url, attacker.session.accessToken);
        }
        sent += 1;
        if (value === undefined) console.socket.emit(name);
        else if (sent % 3 === 0) console.socket.emit(name, value, value, value);
        else if (sent % 3 === 1) console.socket.emit(name, value, () => undefined);
        else console.socket.emit(name, value);
      }
      await expectUndisturbed();
    }
    expect(sent).toBe(EVENT_NAMES.length * VALUES.length);
    console.close();
    expect(await failureMetrics()).toBe('');
  });

  it.each(RAW_FRAMES)('The raw frame %j affects only its sender.', async (frame) => {
    const console = await connectConsole(app.url, attacker.session.accessToken);
    const engine = console.socket.io.engine as unknown as { transport: { ws: { send(data: string): void } } };
    for (let times = 0; times < 5; times += 1) engine.transport.ws.send(frame);
    await expectUndisturbed();
    console.close();
    expect(await failureMetrics()).toBe('');
  });

  it('A console that sends frames much too fast is disconnected, and does not disturb other consoles.', async () => {
    const console = await connectConsole(app.url, attacker.session.accessToken);
    const disconnection = whenDisconnected(console);
    for (let frame = 0; frame < 3_000; frame += 1) console.socket.emit('error', frame);
    await disconnection;
    await expectUndisturbed();
  });
});
