import { ConsoleBench, SHOW } from '../../../../../testing/console-bench';

/** Simulates a closed lid: the wall clock advances, but the monotonic clock and the timers do not. */
function sleepFor(ms: number): void {
  jest.setSystemTime(Date.now() + ms);
}

describe('the link to a show', () => {
  let bench: ConsoleBench;
  beforeEach(async () => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
    await bench.open();
  });
  afterEach(() => bench.close());

  const healthChecks = () => bench.http.match('/health/live').filter(({ cancelled }) => !cancelled);
  const isGreen = (): boolean => bench.text.includes('Up to date');

  it('The link reconnects after 6 s without a heartbeat, and is green only after a heartbeat over the new connection.', async () => {
    await bench.advance(5_000);
    expect(bench.socket.attempts).toHaveLength(1);
    await bench.advance(1_000);
    expect(bench.socket.attempts).toHaveLength(2);
    expect(bench.socket.connected).toBe(true);
    expect(isGreen()).toBe(false);
    await bench.sendHeartbeat();
    expect(isGreen()).toBe(true);
  });

  it('While nothing responds, the waits between attempts grow to at most 5 s.', async () => {
    const attemptTimes: number[] = [];
    bench.socket.workingTransport = () => {
      attemptTimes.push(Date.now());
      return null;
    };
    bench.socket.dropConnection();
    await bench.advance(40_000);
    const waits = attemptTimes.slice(1).map((time, index) => time - (attemptTimes[index] ?? 0));
    expect(waits.length).toBeGreaterThan(6);
    expect(Math.min(...waits.slice(2))).toBeGreaterThanOrEqual(2_500);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_000);
  });

  it.each([
    ['the browser is online again', () => window.dispatchEvent(new Event('online'))],
    ['the page resumes', () => document.dispatchEvent(new Event('resume'))],
    ['the page comes to the front', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['the page is restored from the browser history', () => window.dispatchEvent(new Event('pageshow'))],
  ])('The link reconnects immediately when %s.', async (_case, wakeUp) => {
    bench.socket.workingTransport = () => null;
    bench.socket.dropConnection();
    await bench.advance(30_000);
    bench.socket.workingTransport = () => 'websocket';
    wakeUp();
    expect(bench.socket.connected).toBe(true);
    await bench.sendHeartbeat();
    expect(isGreen()).toBe(true);
  });

  it('A page that comes to the front keeps a connection with a recent heartbeat.', async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await bench.advance(100);
    expect(bench.socket.attempts).toHaveLength(1);
    expect(isGreen()).toBe(true);
  });

  it.each([3_000, 3_600_000])(
    'After %i ms of sleep, the link is not green, sends no acts, and opens a new connection.',
    async (ms) => {
      sleepFor(ms);
      await bench.advance(500);
      expect(isGreen()).toBe(false);
      expect(bench.button(/Pause/).getAttribute('aria-disabled')).toBe('true');
      expect(bench.socket.attempts).toHaveLength(2);
      expect(bench.socket.joins.at(-1)).toEqual({ showId: SHOW, afterSeq: bench.server.events.length });
      await bench.sendHeartbeat();
      expect(isGreen()).toBe(true);
      expect(bench.button(/Pause/).getAttribute('aria-disabled')).toBeNull();
    },
  );

  it('A heartbeat buffered during sleep is ignored.', async () => {
    sleepFor(60_000);
    bench.socket.sendHeartbeat(SHOW, { lastSeq: bench.server.events.length });
    await bench.advance(50);
    expect(isGreen()).toBe(false);
    expect(bench.socket.attempts).toHaveLength(2);
  });

  it('After sleep, the page applies every event once, even if an event is delivered twice.', async () => {
    bench.server.addComment('ann', '101');
    const missed = bench.takeUnsent();
    bench.socket.answers = [
      { ok: true, lastSeq: bench.server.events.length, events: missed, truncated: false },
    ];
    sleepFor(60_000);
    await bench.advance(600);
    bench.socket.sendEvents(SHOW, missed);
    await bench.sendHeartbeat();
    expect(bench.text).toContain('3 comments in');
    expect(bench.text).toContain('Caught up: 1 comment, 1 claim');
  });

  it('If WebSocket does not get through, the link uses HTTP long-polling and reports that updates are delayed.', async () => {
    bench.socket.workingTransport = (transports) => (transports.includes('polling') ? 'polling' : null);
    bench.socket.dropConnection();
    await bench.advance(2_000);
    expect(bench.socket.attempts.slice(1)).toEqual([['websocket'], ['polling', 'websocket']]);
    await bench.sendHeartbeat();
    expect(bench.text).not.toContain('short delay');
    await bench.sendHeartbeat();
    expect(isGreen()).toBe(true);
    expect(bench.text).toContain(
      'Your network blocks the live connection. Updates arrive with a short delay.',
    );
    bench.socket.io.engine.transport.name = 'websocket';
    await bench.sendHeartbeat();
    expect(bench.text).not.toContain('short delay');
  });

  it('After a WebSocket failure, the link begins with HTTP long-polling, which upgrades itself.', async () => {
    bench.socket.workingTransport = (transports) => (transports.includes('polling') ? 'polling' : null);
    bench.socket.dropConnection();
    await bench.advance(2_000);
    await bench.sendHeartbeat();
    bench.socket.dropConnection();
    await bench.advance(500);
    expect(bench.socket.attempts.at(-1)).toEqual(['polling', 'websocket']);
    expect(bench.socket.attempts).toHaveLength(4);
  });

  it('If the server responds but no transport gets through, the page reports that the network blocks the connection.', async () => {
    bench.socket.workingTransport = () => null;
    bench.socket.dropConnection();
    await bench.advance(6_000);
    for (const request of healthChecks()) request.flush({ status: 'ok' });
    await bench.advance(600);
    expect(bench.text).toContain(
      'The server responds, but the network or a proxy blocks the live connection.',
    );
    expect(bench.button(/Pause/).getAttribute('aria-disabled')).toBe('true');
    bench.socket.workingTransport = () => 'websocket';
    await bench.advance(5_000);
    await bench.sendHeartbeat();
    expect(isGreen()).toBe(true);
  });

  it('The page does not blame the network if the server itself does not respond.', async () => {
    bench.socket.workingTransport = () => null;
    bench.socket.dropConnection();
    await bench.advance(6_000);
    for (const request of healthChecks()) request.error(new ProgressEvent('error'));
    await bench.advance(600);
    expect(bench.text).toContain('No response from the server for');
  });

  it('After sleep, the page sends no act, even before any timer has run.', async () => {
    const pause = bench.button(/Pause/);
    await bench.advance(1_000);
    sleepFor(60_000);
    await bench.click(pause);
    expect(bench.http.match(`/api/shows/${SHOW}/pause`)).toEqual([]);
    expect(document.body.textContent).toContain('Not paused. No response from the server. Try again');
  });
});
