import { AllowedNetworks } from './allowed-networks';
import { addressProblem } from './endpoint-address';

describe('Allowed networks', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
  ])('%s receives no webhooks unless the setting allows it.', (address) => {
    expect(new AllowedNetworks('').isAllowed(address)).toBe(false);
    expect(new AllowedNetworks('0.0.0.0/0, ::/0').isAllowed(address)).toBe(true);
  });

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('%s is public.', (address) => {
    expect(new AllowedNetworks('').isAllowed(address)).toBe(true);
  });

  it('Each network in the setting allows only its own addresses.', () => {
    const allowed = new AllowedNetworks('10.0.0.0/8,127.0.0.1');
    expect(['10.9.9.9', '127.0.0.1', '::ffff:10.0.0.1'].every((address) => allowed.isAllowed(address))).toBe(
      true,
    );
    expect(['127.0.0.2', '192.168.0.1', '::1'].some((address) => allowed.isAllowed(address))).toBe(false);
  });

  it('A value that is not a network is rejected, and the error message quotes it.', () => {
    expect(() => new AllowedNetworks('10.0.0.0/8, intranet')).toThrow(
      'OUTGOING_WEBHOOKS_ALLOWED_NETWORKS contains "intranet"',
    );
  });
});

describe('Endpoint address', () => {
  const noNetworks = new AllowedNetworks('');

  it.each([
    ['https://shop.example.com/hooks', null],
    ['http://shop.example.com/hooks', 'The address must begin with https://.'],
    ['ftp://shop.example.com', 'The address must begin with https://.'],
    ['shop', 'The address is not a URL. Use one such as https://shop.example.com/webhooks.'],
    ['https://user:secret@shop.example.com', 'The address must not contain a user name or password.'],
    ['https://127.0.0.1', "The address 127.0.0.1 is not public. The server's administrator can allow it."],
    ['https://2130706433', "The address 127.0.0.1 is not public. The server's administrator can allow it."],
    ['https://[::1]:8443/', "The address ::1 is not public. The server's administrator can allow it."],
  ])('For the address %s, the problem is: %s', (address, problem) => {
    expect(addressProblem(address, noNetworks)).toBe(problem);
  });

  it('An http:// address is accepted only in an allowed network.', () => {
    const allowed = new AllowedNetworks('10.0.0.0/8');
    expect(addressProblem('http://10.0.0.5/hooks', allowed)).toBeNull();
    expect(addressProblem('http://8.8.8.8/hooks', allowed)).toBe('The address must begin with https://.');
  });
});
