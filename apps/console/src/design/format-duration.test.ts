import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

test.each([
  [0, '0 seconds'],
  [45, '45 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3_600, '1 hour'],
  [1_209_600, '14 days'],
])('%i seconds read as %s', (seconds, words) => {
  expect(formatDuration(seconds, 'en-US')).toBe(words);
});

test('lengths of time are said in the language of the page', () => {
  expect(formatDuration(300, 'ja-JP')).toBe('5 分');
  expect(formatDuration(300, 'zh-Hans')).toBe('5分钟');
});
