import { describe, expect, test } from 'vitest';
import { addressesFrom } from './addresses-from.ts';

describe('the addresses of a list', () => {
  test.each([
    ['ana@example.com\nbo@example.com'],
    ['ana@example.com, bo@example.com'],
    ['ana@example.com;bo@example.com;'],
    ['ana@example.com bo@example.com'],
    ['Ana Sousa <ana@example.com>, "Bo" <bo@example.com>'],
  ])('are found in %j', (text) => {
    expect(addressesFrom(text)).toEqual(['ana@example.com', 'bo@example.com']);
  });

  test('are found in a spreadsheet with names and a line of column names', () => {
    const csv = 'Name,E-mail,Team\r\nAna,ana@example.com,Sales\r\n"Bo","bo@example.com","Tea, coffee"\r\n';
    expect(addressesFrom(csv)).toEqual(['ana@example.com', 'bo@example.com']);
  });

  test('keep what is none, so that the person is told', () => {
    expect(addressesFrom('ana@example.com\nbo at example.com')).toEqual(['ana@example.com', 'bo at example.com']);
    expect(addressesFrom('bo')).toEqual(['bo']);
  });

  test('keep what stands there twice, so that the person is told', () => {
    expect(addressesFrom('ana@example.com\nana@example.com')).toHaveLength(2);
  });

  test('are none in an empty text', () => {
    expect(addressesFrom(' \n ')).toEqual([]);
  });
});
