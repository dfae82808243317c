import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test.each([
  [86_400, 'en-US', '1 day'],
  [7_200, 'en-US', '2 hours'],
  [61, 'en-US', '2 minutes'],
  [20, 'zh-Hans', '1分钟'],
  [300, 'ja-JP', '5 分'],
])('%i seconds are told in %s as %s', (seconds, language, words) => {
  expect(durationWords(seconds, language)).toBe(words);
});
