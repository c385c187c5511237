import { useTestClient } from '../testing/test-client';

describe('the control API over HTTP', () => {
  const client = useTestClient();

  const call = (method: string, path: string, json?: unknown) =>
    client.request(`/_sim/${path}`, {}, { method, ...(json === undefined ? {} : { json }) });

  it('The control API returns the simulated pages and broadcasts.', async () => {
    const { body } = await call('GET', '');
    expect(
      body.pages.map(({ id, instagramId }: { id: string; instagramId: string }) => [id, instagramId]),
    ).toEqual([
      ['1000001', '17840000000000001'],
      ['1000002', null],
    ]);
    expect(body.broadcasts.filter(({ status }: { status: string }) => status === 'LIVE')).toHaveLength(4);
  });

  it('The control API starts, changes, and removes broadcasts.', async () => {
    const { body: created } = await call('POST', 'broadcasts', {
      owner: '1000002',
      title: 'Encore',
      status: 'UNPUBLISHED',
    });
    expect((await call('POST', `broadcasts/${created.id}/start`)).body.status).toBe('LIVE');
    expect((await call('POST', `broadcasts/${created.id}/stop`)).body.status).toBe('LIVE_STOPPED');
    expect(
      (await call('POST', `broadcasts/${created.id}/status`, { status: 'SCHEDULED_CANCELED' })).body.status,
    ).toBe('SCHEDULED_CANCELED');
    await call('DELETE', `broadcasts/${created.id}`);
    expect((await call('POST', `broadcasts/${created.id}/start`)).status).toBe(404);
  });

  it('The control API lists every comment ever written, and when a client first received it.', async () => {
    const { body: created } = await call('POST', 'comments', [
      { broadcastId: '2000001', text: 'a' },
      { broadcastId: '2000001', text: 'held', releaseAfterMs: 60_000 },
      { broadcastId: '2000001', text: 'spam', lowQuality: true },
    ]);
    await call('PATCH', `comments/${created[0].id}`, { text: 'b' });
    await call('POST', `comments/${created[0].id}/hide`);
    await call('DELETE', `comments/${created[2].id}`);
    await client.get('/2000001/comments', {}, await client.pageToken());
    const { body } = await client.request('/_sim/comments', { broadcastId: '3000001' }); // the video id
    expect(body).toMatchObject([
      { text: 'b', earlierTexts: ['a'], hidden: true, servedAt: client.control.now() },
      { text: 'held', visibleAt: client.control.now() + 60_000, servedAt: null },
      { text: 'spam', deletedAt: client.control.now(), servedAt: null },
    ]);
  });

  it('The control API changes the time, starts crowds, and sets faults, switches, and usage.', async () => {
    const { body: before } = await call('GET', 'clock');
    expect((await call('POST', 'clock', { advanceMs: 1_000 })).body.now).toBe(before.now + 1_000);
    expect((await call('POST', 'clock', { at: 5_000 })).body.now).toBe(5_000);
    await call('POST', 'crowds', { broadcastId: '2000001', rate: 100 });
    expect((await call('GET', 'crowds')).body).toEqual([expect.objectContaining({ running: true })]);
    await call('DELETE', 'crowds');
    expect((await call('GET', 'crowds')).body).toEqual([expect.objectContaining({ running: false })]);
    expect(
      (await call('POST', 'faults', { kind: 'graph', code: 4, times: 0, path: '/comments' })).body,
    ).toEqual([expect.objectContaining({ code: 4, times: null })]);
    expect((await call('POST', 'switches', { requireProof: true })).body.requireProof).toBe(true);
    expect((await call('POST', 'webhooks', { batchSize: 10 })).body.batchSize).toBe(10);
    expect((await call('POST', 'usage', { id: '1000001', percent: 80 })).body).toEqual({ done: true });
    expect((await call('POST', 'tokens/kill', { owner: '1000001', death: 'checkpoint' })).body).toEqual({
      killed: 0,
    });
  });

  it('The control API rejects an invalid value, names the cause in the error, and changes nothing.', async () => {
    const cases: [string, string, unknown, RegExp][] = [
      ['POST', 'switches', { requireProofs: true }, /There is no setting requireProofs/],
      ['POST', 'switches', { rankedOrder: true, latencyMs: 'slow' }, /latencyMs must be a number/],
      ['POST', 'faults', { kind: 'earthquake' }, /kind must be one of/],
      ['POST', 'comments', { broadcastId: '2', text: 'x' }, /There is no broadcast 2/],
      ['POST', 'broadcasts', { owner: '1000001', status: 'ON' }, /status must be one of/],
      ['POST', 'crowds', { broadcastId: '2000001', items: [] }, /items must not be empty/],
      ['POST', 'crowds', { broadcastId: '2000001', rate: 0 }, /rate must be between 0.01 and 10000/],
      ['POST', 'webhooks', { batchSize: 0 }, /batchSize must be between 1 and 1000/],
      ['GET', 'weather', undefined, /There is no GET \/_sim\/weather/],
    ];
    for (const [method, path, body, message] of cases) {
      const response = await call(method, path, body);
      expect([path, response.status >= 400 && response.status < 500, response.body.error]).toEqual([
        path,
        true,
        expect.stringMatching(message),
      ]);
    }
    expect(client.control.switches().rankedOrder).toBe(false);
  });
});
