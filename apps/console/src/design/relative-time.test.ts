import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = new Date('2026-03-10T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

test.each([
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [3_600, '1 hour ago'],
  [23 * 3_600, '23 hours ago'],
  [86_400, 'yesterday'],
  [9 * 86_400, '9 days ago'],
  [40 * 86_400, 'last month'],
  [800 * 86_400, '2 years ago'],
])('%i seconds past read as %s', (seconds, words) => {
  expect(relativeTime(ago(seconds), now, 'en-US')).toBe(words);
});

test('what has just happened has no number', () => {
  expect(relativeTime(ago(59), now, 'en-US')).toBeUndefined();
  expect(relativeTime(now, now, 'en-US')).toBeUndefined();
});

test('a clock that runs a little ahead is not read as the future', () => {
  expect(relativeTime(ago(-5), now, 'en-US')).toBeUndefined();
});

test('a coming time reads as coming', () => {
  expect(relativeTime(ago(-3 * 86_400), now, 'en-US')).toBe('in 3 days');
});

test('times are said in the language of the page', () => {
  expect(relativeTime(ago(300), now, 'ja-JP')).toBe('5 分前');
  expect(relativeTime(ago(300), now, 'zh-Hans')).toBe('5分钟前');
});
