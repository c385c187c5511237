import type { ShowWithItems } from '@sellary/contracts';
import { useCaller, useTestApp } from '../../test';
import { call } from '../../test/caller';
import { expectErrorResponse, expectInvalid, rawRequest, type RawResponse } from '../../test/raw-request';

jest.setTimeout(90_000);

describe('Bad requests', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;

  beforeAll(async () => (show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 5 }])));

  const raw = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body = '',
  ): Promise<RawResponse> => rawRequest(app.url, method, path, headers, body);
  const signedIn = (): Record<string, string> => ({
    authorization: `Bearer ${operator.session.accessToken}`,
    'content-type': 'application/json',
  });

  it.each(['/api', '/api/', '/api/nothing', '/api/shows/x/y/z', '/API/nothing', '/api/auth', '/api//shows'])(
    'The unknown path %s returns NOT_FOUND, with or without sign-in.',
    async (path) => {
      expectErrorResponse(await raw('GET', path, {}), 404, 'NOT_FOUND');
      expectErrorResponse(await raw('GET', path, signedIn()), 404, 'NOT_FOUND');
      expectErrorResponse(await raw('POST', path, signedIn(), '{}'), 404, 'NOT_FOUND');
    },
  );

  it.each([
    ['PUT', '/api/shows'],
    ['DELETE', '/api/auth/me'],
    ['GET', '/api/auth/login'],
    ['GET', '/api/debug/emit-comment'],
    ['OPTIONS', '/api/shows'],
    ['TRACE', '/api/shows'],
  ])('The method %s on %s returns NOT_FOUND.', async (method, path) => {
    expectErrorResponse(await raw(method, path, signedIn()), 404, 'NOT_FOUND');
  });

  it.each(['/api/shows', '/api/auth/me', '/api/shows/nonsense/claims', '/api/workspaces/x'])(
    '%s without a token returns UNAUTHENTICATED.',
    async (path) => {
      expectErrorResponse(await raw('GET', path, {}), 401, 'UNAUTHENTICATED');
    },
  );

  it.each([
    '%ZZ',
    '%E0%A4%A',
    '%00',
    '%2e%2e',
    'a%2Fb',
    '𝒳',
    "';--",
    '%u0041',
    'ffffffff-ffff-ffff-ffff-fffffffffffg',
  ])('The id %s is either rejected or not found.', async (id) => {
    const response = await raw('GET', encodeURI(`/api/shows/${id}`).replaceAll('%25', '%'), signedIn());
    expect([400, 404]).toContain(response.status);
    expectErrorResponse(
      response,
      response.status,
      response.status === 404 ? 'NOT_FOUND' : 'VALIDATION_FAILED',
    );
  });

  it('A path that cannot be decoded is reported as malformed.', async () => {
    const { body } = await raw('GET', '/api/shows/%ZZ', signedIn());
    expect(body).toContain("The request is malformed: Failed to decode param '%ZZ'");
  });

  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    'x y',
  ])('A request with the Host header "%s", which is not this machine, is rejected.', async (host) => {
    expectErrorResponse(await raw('GET', '/health/live', { host }), 403, 'FORBIDDEN');
    expectErrorResponse(await raw('GET', '/api/shows', { ...signedIn(), host }), 403, 'FORBIDDEN');
  });

  it.each(['localhost', 'localhost:4200', '127.0.0.1', '[::1]:3000', 'LOCALHOST'])(
    'A request with the Host header "%s", which is this machine, is answered without CORS headers.',
    async (host) => {
      const response = await raw('GET', '/health/live', { host, origin: 'https://evil.example' });
      expect(response.status).toBe(200);
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it.each(['0', '-1', '201', 'x', '1.5', '1e2', '', ' 5', '99999999999999999999', '1&limit=2'])(
    'The query ?limit=%s is rejected.',
    async (limit) => {
      for (const list of [
        '/api/shows',
        `/api/shows/${show.id}/claims`,
        `/api/shows/${show.id}/comments`,
        `/api/shows/${show.id}/buyers`,
        `/api/shows/${show.id}/events`,
      ]) {
        await expectInvalid(raw('GET', `${list}?limit=${encodeURI(limit)}`, signedIn()));
      }
    },
  );

  it.each([
    ['is one letter', 'x'],
    ['is empty', ''],
    ['contains null', 'bnVsbA'],
    ['contains an empty list', 'W10'],
    ['contains no id', 'WyJ4IiwieCJd'],
    [
      'contains no time',
      Buffer.from('["soon","01a20600-d4ed-79d3-ac76-34b0c84dda6b"]').toString('base64url'),
    ],
    ['is 600 characters long', 'x'.repeat(600)],
  ])('A cursor that %s is rejected.', async (_, cursor) => {
    for (const list of ['/api/shows', `/api/shows/${show.id}/claims`, `/api/shows/${show.id}/comments`]) {
      await expectInvalid(raw('GET', `${list}?cursor=${cursor}`, signedIn()));
    }
  });

  it.each([
    'status=sold',
    'flagged=1',
    'q=%00',
    'status=winner&status=passed',
    'nothing=1',
    'status[]=winner',
  ])('The filter %s is rejected.', async (query) => {
    await expectInvalid(raw('GET', `/api/shows/${show.id}/claims?${query}`, signedIn()));
  });

  it('A local server reports that it is live and ready, and serves metrics and API docs without a token.', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const response = await call(app.url, null, 'GET', path);
      expect({ path, ...response }).toMatchObject({ path, status: 200, body: { status: 'ok' } });
    }
    expect((await call<string>(app.url, null, 'GET', '/metrics')).body).toContain('# TYPE');
    expect((await call(app.url, null, 'GET', '/api/docs-json')).status).toBe(200);
  });

  it('The application does not handle operating system signals, because the program that starts it does.', () => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2']) {
      expect([signal, process.listenerCount(signal)]).toEqual([signal, 0]);
    }
  });
});
