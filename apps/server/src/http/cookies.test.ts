import { expect, test } from 'vitest';
import { cookieValues } from './cookies.ts';

test('every value of a name is found, in order, and no other name’s', () => {
  expect(cookieValues('a=1; access_token=x; __Host-access_token=h; access_token=y', 'access_token')).toEqual([
    'x',
    'y',
  ]);
});

test('a missing or broken header holds nothing', () => {
  expect(cookieValues(undefined, 'a')).toEqual([]);
  expect(cookieValues(';;=; a; =a', 'a')).toEqual([]);
});

test('a value may hold an equals sign', () => {
  expect(cookieValues('a=b=c', 'a')).toEqual(['b=c']);
});
