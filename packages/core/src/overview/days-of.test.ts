import { expect, test } from 'vitest';
import { daysOf } from './days-of.ts';
import type { DayCount } from './overview.ts';
import { refusalsOf } from './refusals-of.ts';

const ATTEMPTS: readonly DayCount[] = [
  { day: new Date('2026-11-18T00:00:00Z'), rule: null, count: 5 },
  { day: new Date('2026-11-18T00:00:00Z'), rule: 'banned', count: 1 },
  { day: new Date('2026-11-20T00:00:00Z'), rule: 'wrong_password', count: 2 },
  { day: new Date('2026-11-20T00:00:00Z'), rule: 'banned', count: 4 },
];

test('the overview has every day up to today, in UTC, those on which nothing happened too', () => {
  const days = daysOf(ATTEMPTS, new Date('2026-11-20T23:59:59.999Z'), 3);

  expect(days).toEqual([
    { day: new Date('2026-11-18T00:00:00Z'), signedIn: 5, refused: 1 },
    { day: new Date('2026-11-19T00:00:00Z'), signedIn: 0, refused: 0 },
    { day: new Date('2026-11-20T00:00:00Z'), signedIn: 0, refused: 6 },
  ]);
});

test('the overview tells the rules that refused somebody, the busiest first', () => {
  expect(refusalsOf(ATTEMPTS)).toEqual([
    { rule: 'banned', count: 5 },
    { rule: 'wrong_password', count: 2 },
  ]);
});
