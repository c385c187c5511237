import { localUrl } from './host-check';

describe('The address of a listening server', () => {
  it.each([
    ['127.0.0.1', 'IPv4', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'IPv4', 'http://127.0.0.1:3000'],
    ['::', 'IPv6', 'http://127.0.0.1:3000'],
    ['::1', 'IPv6', 'http://[::1]:3000'],
    ['192.168.1.20', 'IPv4', 'http://192.168.1.20:3000'],
  ])('The address for %s points to this server.', (address, family, url) => {
    expect(localUrl({ address, family, port: 3000 })).toBe(url);
  });
});
