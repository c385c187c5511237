import { TestClient } from '../testing/test-client';

describe('platform faults', () => {
  let testClient: TestClient;
  let token: string;

  beforeEach(async () => {
    testClient = await TestClient.start();
    token = await testClient.pageToken();
  });
  afterEach(() => testClient.simulator.close());

  const readBroadcast = (): ReturnType<TestClient['request']> =>
    testClient.request('/v26.0/2000001', { fields: 'status' }, { token });

  it('A fault hits one request, unless configured otherwise.', async () => {
    testClient.control.fault({ kind: 'graph', code: 2 });
    const failed = await readBroadcast();
    expect([failed.status, failed.body.error]).toEqual([
      503,
      expect.objectContaining({ code: 2, is_transient: true }),
    ]);
    expect((await readBroadcast()).status).toBe(200);

    testClient.control.fault({ kind: 'graph', code: 1, times: null });
    expect([(await readBroadcast()).status, (await readBroadcast()).status]).toEqual([500, 500]);
    testClient.control.clearFaults();
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A fault hits only the configured paths.', async () => {
    testClient.control.fault({ kind: 'html', path: '/comments', status: 500 });
    expect((await readBroadcast()).status).toBe(200);
    const { status, headers, text } = await testClient.request('/v26.0/2000001/comments', {}, { token });
    expect([status, headers.get('content-type'), text]).toEqual([
      500,
      'text/html; charset=utf-8',
      expect.stringContaining('<h1>'),
    ]);
  });

  it('A fault can send any response, with any status and headers.', async () => {
    testClient.control.fault({ kind: 'answer', body: '{"data":[{"id":"cut' });
    expect(await fetch(`${testClient.simulator.url}/v26.0/2000001`).then((response) => response.text())).toBe(
      '{"data":[{"id":"cut',
    );
    testClient.control.fault({
      kind: 'answer',
      status: 302,
      headers: { location: 'http://127.0.0.1:9/elsewhere' },
    });
    const moved = await fetch(`${testClient.simulator.url}/v26.0/2000001`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location'), await moved.text()]).toEqual([
      302,
      'http://127.0.0.1:9/elsewhere',
      '',
    ]);
  });

  it('A fault can break the connection, even in the middle of a response.', async () => {
    testClient.control.fault({ kind: 'reset' });
    await expect(readBroadcast()).rejects.toThrow();
    testClient.control.fault({ kind: 'truncate' });
    await expect(readBroadcast()).rejects.toThrow();
    testClient.control.fault({ kind: 'timeout', delayMs: 20 });
    await expect(readBroadcast()).rejects.toThrow();
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A fault can leave a request unanswered until the client gives up.', async () => {
    testClient.control.fault({ kind: 'timeout' });
    const url = `${testClient.simulator.url}/v26.0/2000001?access_token=${token}`;
    await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/i);
  });

  it('A fault can delay a response.', async () => {
    testClient.control.fault({ kind: 'slow', delayMs: 50 });
    const began = performance.now();
    expect((await readBroadcast()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(45);
  });

  it('Excess calls are rejected with a code that depends on the token and the object.', async () => {
    const user = await testClient.userToken();
    const { appId, appSecret } = testClient.simulator;
    testClient.control.setUsage('1000001', 100, 7);
    testClient.control.setUsage('app', 100);
    const page = await readBroadcast();
    expect([page.status, page.body.error]).toEqual([
      400,
      expect.objectContaining({ code: 80001, is_transient: true }),
    ]);
    expect((await testClient.request('/v26.0/2000001', {}, { token: user })).body.error.code).toBe(32);
    expect((await testClient.request('/v26.0/me', {}, { token: user })).body.error).toMatchObject({
      code: 17,
      error_subcode: 2446079,
    });
    expect(
      (await testClient.request(`/v26.0/${appId}`, { access_token: `${appId}|${appSecret}` })).body.error
        .code,
    ).toBe(4);
    testClient.control.switch({ throttleStatus: 403 });
    expect((await readBroadcast()).status).toBe(403);
    testClient.control.setUsage('1000001', null);
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A throttled client learns how long the throttle lasts.', async () => {
    testClient.control.setUsage('1000001', 100, 7);
    const usage = JSON.parse((await readBroadcast()).headers.get('x-business-use-case-usage') ?? '{}');
    expect(usage).toEqual({
      1000001: [
        expect.objectContaining({ type: 'pages', call_count: 100, estimated_time_to_regain_access: 7 }),
      ],
    });
  });

  it('A throttle does not end while calls continue.', async () => {
    testClient.control.setUsage('1000001', 100, 5);
    testClient.control.advance(4 * 60_000);
    expect((await readBroadcast()).body.error.code).toBe(80001);
    testClient.control.advance(4 * 60_000);
    expect((await readBroadcast()).body.error.code).toBe(80001);
    testClient.control.advance(5 * 60_000);
    expect((await readBroadcast()).status).toBe(200);
  });

  it('A page’s calls are counted over a simulated day, and usage is reported only if it is significant.', async () => {
    expect((await readBroadcast()).headers.get('x-business-use-case-usage')).toBeNull();
    testClient.control.setPage('1000001', { engagedUsers: 0.01 }); // 48 calls a day
    for (let calls = 0; calls < 35; calls += 1) await readBroadcast();
    const usage = JSON.parse((await readBroadcast()).headers.get('x-business-use-case-usage') ?? '{}');
    expect(usage['1000001'][0].call_count).toBeGreaterThanOrEqual(75);
    for (let calls = 0; calls < 15; calls += 1) await readBroadcast();
    expect((await readBroadcast()).body.error.code).toBe(80001);
    testClient.control.advance(25 * 3_600_000);
    expect((await readBroadcast()).status).toBe(200);
  });

  it('Calls are recorded without secrets.', async () => {
    testClient.control.clearRequests();
    await testClient.request('/v26.0/2000001', { access_token: token, fields: 'status' });
    expect(testClient.control.requests()).toEqual([
      {
        at: testClient.control.now(),
        method: 'GET',
        path: '/v26.0/2000001',
        query: 'fields=status',
        status: 200,
      },
    ]);
    expect(JSON.stringify(testClient.control.requests())).not.toContain(token);
  });
});
