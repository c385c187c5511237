import { usePageClient } from '../testing/test-client';

describe('platform faults', () => {
  const client = usePageClient();

  const readBroadcast = () => client.get('/2000001', { fields: 'status' });

  it('A fault hits one request, unless configured otherwise.', async () => {
    client.control.fault({ kind: 'graph', code: 2 });
    const failed = await readBroadcast();
    expect([failed.status, failed.body.error]).toEqual([
      503,
      expect.objectContaining({ code: 2, is_transient: true }),
    ]);
    expect((await readBroadcast()).status).toBe(200);

    client.control.fault({ kind: 'graph', code: 1, times: null });
    expect([(await readBroadcast()).status, (await readBroadcast()).status]).toEqual([500, 500]);
    client.control.clearFaults();
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A fault hits only the configured paths.', async () => {
    client.control.fault({ kind: 'html', path: '/comments', status: 500 });
    expect((await readBroadcast()).status).toBe(200);
    const { status, headers, text } = await client.get('/2000001/comments');
    expect([status, headers.get('content-type'), text]).toEqual([
      500,
      'text/html; charset=utf-8',
      expect.stringContaining('<h1>'),
    ]);
  });

  it('A fault can send any response, with any status and headers.', async () => {
    client.control.fault({ kind: 'answer', body: '{"data":[{"id":"cut' });
    expect(await fetch(`${client.simulator.url}/v26.0/2000001`).then((response) => response.text())).toBe(
      '{"data":[{"id":"cut',
    );
    client.control.fault({
      kind: 'answer',
      status: 302,
      headers: { location: 'http://127.0.0.1:9/elsewhere' },
    });
    const moved = await fetch(`${client.simulator.url}/v26.0/2000001`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location'), await moved.text()]).toEqual([
      302,
      'http://127.0.0.1:9/elsewhere',
      '',
    ]);
  });

  it('A fault can break the connection, even in the middle of a response.', async () => {
    client.control.fault({ kind: 'reset' });
    await expect(readBroadcast()).rejects.toThrow();
    client.control.fault({ kind: 'truncate' });
    await expect(readBroadcast()).rejects.toThrow();
    client.control.fault({ kind: 'timeout', delayMs: 20 });
    await expect(readBroadcast()).rejects.toThrow();
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A fault can leave a request unanswered until the client gives up.', async () => {
    client.control.fault({ kind: 'timeout' });
    const url = `${client.simulator.url}/v26.0/2000001?access_token=${client.token}`;
    await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/i);
  });

  it('A fault can delay a response.', async () => {
    client.control.fault({ kind: 'slow', delayMs: 50 });
    const began = performance.now();
    expect((await readBroadcast()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(45);
  });

  it('Excess calls are rejected with a code that depends on the token and the object.', async () => {
    const user = await client.userToken();
    client.control.setUsage('1000001', 100, 7);
    client.control.setUsage('app', 100);
    const page = await readBroadcast();
    expect([page.status, page.body.error]).toEqual([
      400,
      expect.objectContaining({ code: 80001, is_transient: true }),
    ]);
    expect((await client.errorOf('/2000001', {}, user)).code).toBe(32);
    expect(await client.errorOf('/me', {}, user)).toMatchObject({ code: 17, error_subcode: 2446079 });
    expect((await client.errorOf(`/${client.simulator.appId}`, {}, client.appToken)).code).toBe(4);
    client.control.switch({ throttleStatus: 403 });
    expect((await readBroadcast()).status).toBe(403);
    client.control.setUsage('1000001', null);
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A throttled client learns how long the throttle lasts.', async () => {
    client.control.setUsage('1000001', 100, 7);
    const usage = JSON.parse((await readBroadcast()).headers.get('x-business-use-case-usage') ?? '{}');
    expect(usage).toEqual({
      1000001: [
        expect.objectContaining({ type: 'pages', call_count: 100, estimated_time_to_regain_access: 7 }),
      ],
    });
  });

  it('A throttle does not end while calls continue.', async () => {
    client.control.setUsage('1000001', 100, 5);
    client.control.advance(4 * 60_000);
    expect((await readBroadcast()).body.error.code).toBe(80001);
    client.control.advance(4 * 60_000);
    expect((await readBroadcast()).body.error.code).toBe(80001);
    client.control.advance(5 * 60_000);
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A page’s calls are counted over a simulated day, and usage is reported only if it is significant.', async () => {
    expect((await readBroadcast()).headers.get('x-business-use-case-usage')).toBeNull();
    client.control.setPage('1000001', { engagedUsers: 0.01 }); // 48 calls a day
    for (let calls = 0; calls < 35; calls += 1) await readBroadcast();
    const usage = JSON.parse((await readBroadcast()).headers.get('x-business-use-case-usage') ?? '{}');
    expect(usage['1000001'][0].call_count).toBeGreaterThanOrEqual(75);
    for (let calls = 0; calls < 15; calls += 1) await readBroadcast();
    expect((await readBroadcast()).body.error.code).toBe(80001);
    client.control.advance(25 * 3_600_000);
    expect((await readBroadcast()).status).toBe(200);
  });

  it('Calls are recorded without secrets.', async () => {
    client.control.clearRequests();
    await client.request('/v26.0/2000001', { access_token: client.token, fields: 'status' });
    expect(client.control.requests()).toEqual([
      {
        at: client.control.now(),
        method: 'GET',
        path: '/v26.0/2000001',
        query: 'fields=status',
        status: 200,
      },
    ]);
    expect(JSON.stringify(client.control.requests())).not.toContain(client.token);
  });
});
