import { expect, test } from 'vitest';
import { AddressGuard } from './address-guard.ts';

const guard = new AddressGuard([]);

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'ff02::1'],
  ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '::127.0.0.1'],
  ...['', 'localhost', '127.1'],
])('refuses %s', (address) => {
  expect(guard.isAllowed(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '193.99.144.80', '2606:4700::1111', '2a00:1450::1'])(
  'allows %s',
  (address) => {
    expect(guard.isAllowed(address)).toBe(true);
  },
);

test('allows the networks of the installation and no more', () => {
  const inside = new AddressGuard(['10.20.0.0/16', 'fd00:1::/32']);
  expect(inside.isAllowed('10.20.3.4')).toBe(true);
  expect(inside.isAllowed('10.21.3.4')).toBe(false);
  expect(inside.isAllowed('fd00:1::5')).toBe(true);
  expect(inside.isAllowed('fd00:2::5')).toBe(false);
});

test('a name of which one address is inside is refused', async () => {
  await expect(guard.resolve('localhost')).rejects.toThrow('MLMCSC_WEBHOOK_ALLOWED_NETWORKS');
});
