import { createServer, type Server } from 'node:http';
import { connect as connectTo, type AddressInfo } from 'node:net';
import type { AppConfig } from '../../../kernel';
import { Transport } from './transport';

const MAX_BYTES = 1_000;
const PLATFORM = 'http://graph.platform.test';

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('Calls to other servers', () => {
  let platformPort: number;
  let proxyPort: number;
  /** Targets that the proxy was asked to connect to, with the credentials. */
  let tunnels: { to: string; authorization: string | undefined }[];
  let refusal: number | null;
  const platform = createServer((request, response) =>
    response.end(`answer to ${request.headers.host ?? ''}`),
  );
  const proxy = createServer();

  beforeAll(async () => {
    platformPort = await listen(platform);
    proxyPort = await listen(proxy);
    proxy.on('connect', (request, socket) => {
      tunnels.push({ to: request.url ?? '', authorization: request.headers['proxy-authorization'] });
      if (refusal !== null) return void socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      const upstream = connectTo(platformPort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      socket.on('error', () => upstream.destroy());
    });
  });
  beforeEach(() => {
    tunnels = [];
    refusal = null;
  });
  afterAll(() => {
    for (const server of [platform, proxy]) {
      server.closeAllConnections();
      server.close();
    }
  });

  const send = async (proxies: Partial<AppConfig['proxies']>, url = PLATFORM): Promise<string> =>
    (
      await new Transport({ http: null, https: null, bypass: null, ...proxies }).send(
        new URL(url),
        {},
        MAX_BYTES,
      )
    ).text;
  const proxyUrl = (credentials = ''): string => `http://${credentials}127.0.0.1:${proxyPort}`;

  it('A call goes through the proxy with the credentials from its address, and only the proxy resolves the host.', async () => {
    expect(await send({ http: proxyUrl('ann:s3cret@') })).toBe('answer to graph.platform.test');
    expect(tunnels).toEqual([
      {
        to: 'graph.platform.test:80',
        authorization: `Basic ${Buffer.from('ann:s3cret').toString('base64')}`,
      },
    ]);
  });

  it('Calls to this machine or to a host in NO_PROXY bypass the proxy.', async () => {
    const local = `http://127.0.0.1:${platformPort}`;
    expect(await send({ http: proxyUrl() }, local)).toContain('answer to');
    await expect(send({ http: proxyUrl(), bypass: '.platform.test' })).rejects.toThrow(
      'The platform is not responding',
    );
    await expect(send({ http: proxyUrl(), bypass: '*' })).rejects.toThrow('The platform is not responding');
    expect(tunnels).toEqual([]);
  });

  it('The error names a proxy that refuses the connection, without the password from its address.', async () => {
    refusal = 407;
    const call = send({ http: proxyUrl('ann:s3cret@') });
    await expect(call).rejects.toThrow(
      `The proxy 127.0.0.1:${proxyPort} (HTTP_PROXY) refused the connection to graph.platform.test (HTTP 407).`,
    );
  });

  it('The error names a proxy that does not respond.', async () => {
    await expect(send({ https: 'http://127.0.0.1:9' }, 'https://graph.platform.test')).rejects.toThrow(
      'The proxy 127.0.0.1:9 (HTTPS_PROXY) is not responding (ECONNREFUSED).',
    );
  });
});
