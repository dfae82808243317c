import { expect, test } from 'vitest';
import { parsePlainSearch, stringifyPlainSearch } from './plain-search.ts';

test('a user code that looks like a number stays text', () => {
  expect(parsePlainSearch('?user_code=34567893')).toEqual({ user_code: '34567893' });
  expect(parsePlainSearch('?user_code=3E4567-89')).toEqual({ user_code: '3E4567-89' });
});

test('an address to return to survives being carried in an address', () => {
  const search = { redirect_url: '/device?user_code=ABCD-3456&x=1#top' };
  expect(parsePlainSearch(stringifyPlainSearch(search))).toEqual(search);
});

test('nothing to say leaves the address bare', () => {
  expect(stringifyPlainSearch({ user_code: undefined })).toBe('');
});
