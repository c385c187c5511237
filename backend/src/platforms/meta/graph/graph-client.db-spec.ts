import { readConfig } from '../../../kernel';
import { SimulatedPlatform } from '../../../../test';
import { META_SECTION } from '../meta.config';
import { GraphClient } from './graph-client';

describe('The Graph API client', () => {
  let graph: SimulatedPlatform;
  let client: GraphClient;

  beforeAll(async () => {
    graph = await SimulatedPlatform.start();
    const secret = 'a secret of the tests, long enough to be one';
    const secrets = { JWT_SECRET: secret, JWT_REFRESH_SECRET: secret, TOKEN_ENCRYPTION_KEY: secret };
    const config = readConfig({ DATABASE_URL: 'postgres://127.0.0.1/none', ...graph.env }, () => secrets, [
      META_SECTION,
    ]);
    client = new GraphClient(config, config.sections.get(META_SECTION));
  });
  afterAll(() => graph.close());

  const readPage = (body: string, extra: { status?: number; headers?: Record<string, string> } = {}) => {
    graph.control.clearFaults();
    graph.control.fault({ kind: 'answer', body, times: null, ...extra });
    return client.page({ path: '/2000001/comments', token: 'EAAone' });
  };

  it.each([
    ['an empty object', '{}'],
    ['null', '{"data":null}'],
    ['a string', '{"data":"none"}'],
    ['a number', '{"data":7}'],
    ['an array', '[]'],
    ['a truncated list', '{"data":[{"id":"3000001_5'],
    ['HTML', '<html>Sorry</html>'],
  ])(
    'The client rejects a response with %s in place of the list, because a scan would take it for the end of the list.',
    async (_, body) => {
      await expect(readPage(body)).rejects.toMatchObject({ kind: 'transient' });
    },
  );

  it("The client accepts an empty list without paging, and a single object, as in Meta's documentation.", async () => {
    await expect(readPage('{"data":[],"paging":null,"error":null}')).resolves.toMatchObject({
      items: [],
      next: null,
    });
    await expect(readPage('{"id":"17990000000000001"}')).resolves.toMatchObject({
      items: [{ id: '17990000000000001' }],
      next: null,
    });
  });

  it('A slow response leaves the clock skew unknown.', async () => {
    graph.control.clearFaults();
    const path = `/${graph.simulator.appId}/subscriptions`;
    const call = () => client.call({ path, token: client.appToken() });
    expect((await call()).skewMs).not.toBeNull();
    graph.control.fault({ kind: 'slow', delayMs: 2_100 });
    expect((await call()).skewMs).toBeNull();
  });

  it('The client stops reading a response that is too long.', async () => {
    await expect(readPage(' '.repeat(17 * 2 ** 20))).rejects.toMatchObject({
      kind: 'too-large',
      message: expect.stringContaining('too large'),
    });
  });

  it('The client does not follow redirects, because it would also send the token to the new address.', async () => {
    graph.control.clearRequests();
    await expect(
      readPage('', { status: 302, headers: { location: `${graph.simulator.url}/elsewhere` } }),
    ).rejects.toMatchObject({
      kind: 'transient',
    });
    expect(graph.control.requests().map(({ path }) => path)).toEqual(['/v26.0/2000001/comments']);
  });

  it('The client does not reveal a token that the platform repeats in an error.', async () => {
    const refused = readPage('{"error":{"code":190,"message":"Malformed access token EAAone"}}', {
      status: 400,
    });
    await expect(refused).rejects.toMatchObject({
      kind: 'reconnect',
      message: expect.not.stringContaining('EAAone'),
    });
  });
});
