import { expect, test } from 'vitest';
import { addressesIn } from './addresses-in.ts';

test.each([
  ['ana@example.com', ['ana@example.com']],
  [
    'ana@example.com, bo@example.com;cy@example.com\ndi@example.com',
    ['ana@example.com', 'bo@example.com', 'cy@example.com', 'di@example.com'],
  ],
  ['"Ana Lee" <Ana@Example.com>,\nBo <bo@example.com>', ['ana@example.com', 'bo@example.com']],
  ['ana@example.com ANA@example.com', ['ana@example.com']],
  ['nobody here', []],
])('%j names %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
