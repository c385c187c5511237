import { networkOf, withoutMappedPrefix } from './network';

describe('The network to which a limit applies', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('The network of %s is %s.', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('An IPv4-mapped prefix is removed from an address, which is otherwise unchanged.', () => {
    expect([withoutMappedPrefix('::FFFF:10.0.0.1'), withoutMappedPrefix('2001:db8::5')]).toEqual([
      '10.0.0.1',
      '2001:db8::5',
    ]);
  });
});
