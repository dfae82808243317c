import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKind } from './address-kind.ts';

describe('where the server may ask', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is anybody’s',
    (address) => expect(addressKind(address)).toBe('public'),
  );

  test.each([
    '10.0.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '::1',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])('%s is the operator’s own', (address) => expect(addressKind(address)).toBe('private'));

  test.each([
    '0.0.0.0',
    '100.100.100.200',
    '168.63.129.16',
    '169.254.169.254',
    '192.0.0.192',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'ff02::1',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2001:0:4136:e378::',
    '2001:db8::1',
    '::127.0.0.1',
    'fec0::1',
    'localhost',
    '',
  ])('%s is never asked, even where private networks are allowed', (address) =>
    expect(addressKind(address)).toBe('forbidden'),
  );

  test('an IPv4 address inside an IPv6 one is judged like itself', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressKind(`::ffff:${address}`)).toBe(addressKind(address));
        expect(addressKind(`64:ff9b::${address}`)).toBe(addressKind(address));
      }),
    );
  });
});
