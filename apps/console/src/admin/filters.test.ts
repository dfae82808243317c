import { describe, expect, test } from 'vitest';
import { oneOf, pageNumber, present, withFilters } from './filters.ts';

describe('the filters of a list', () => {
  test('a cleared filter leaves the address', () => {
    expect(withFilters({ q: 'ann', page: '3' }, { q: '', page: undefined })).toEqual({});
  });

  test('a chosen one joins those that are there', () => {
    expect(withFilters<'q' | 'status'>({ q: 'ann' }, { status: 'banned' })).toEqual({ q: 'ann', status: 'banned' });
  });

  test('what an address says and nobody knows is left out', () => {
    expect(oneOf(['active', 'banned'], 'banned')).toBe('banned');
    expect(oneOf(['active', 'banned'], "' or 1=1")).toBeUndefined();
    expect(present({ q: '', status: undefined })).toEqual({ q: '' });
  });

  test.each([
    ['7', 7],
    ['0', 1],
    ['-1', 1],
    ['1e9', 1],
    [undefined, 1],
  ])('page %j of an address is page %d', (value, page) => {
    expect(pageNumber(value)).toBe(page);
  });
});
