import { describe, expect, test } from 'vitest';
import { appIn, entranceIn, referenceIn } from './door-search.ts';

const NONCE = 'n'.repeat(43);
const ENTRANCE = `/gate/enter?app=wiki&nonce=${NONCE}&return=%2Fpage%3Fa%3D1`;

describe('the way back to an app', () => {
  test('is read from the address of its entrance', () => {
    expect(entranceIn(ENTRANCE)).toEqual({ app: 'wiki', nonce: NONCE, return: '/page?a=1' });
  });

  test.each([
    undefined,
    '/gate/enter',
    '/gate/enter?app=wiki',
    `/gate/enter?app=Wiki!&nonce=${NONCE}`,
    `https://evil.example${ENTRANCE}`,
    `//evil.example${ENTRANCE}`,
    `/\\evil.example${ENTRANCE}`,
    '/account',
  ])('is none in %s', (address) => {
    expect(entranceIn(address)).toBeUndefined();
  });
});

test('the app is the one the gate names, else the one the way back leads to', () => {
  expect(appIn({ app: 'wiki', redirect_url: '/apps/other/' })).toBe('wiki');
  expect(appIn({ redirect_url: ENTRANCE })).toBe('wiki');
  expect(appIn({ redirect_url: '/apps/wiki/page' })).toBe('wiki');
  expect(appIn({ redirect_url: '/members' })).toBeUndefined();
  expect(appIn({ app: '<b>wiki</b>' })).toBeUndefined();
});

test('only what looks like a reference of ours is shown as one', () => {
  expect(referenceIn({ reference: '4KDFJ9-00A1' })).toBe('4KDFJ9-00A1');
  expect(referenceIn({ reference: 'call +1 555 0100' })).toBeUndefined();
});
