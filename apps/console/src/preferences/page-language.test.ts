import { expect, test } from 'vitest';
import { pageLanguage } from './page-language.ts';

test.each([
  [['ja'], 'ja-JP'],
  [['zh-CN', 'en'], 'zh-Hans'],
  [['zh-Hant-TW'], 'zh-Hans'],
  [['de-DE', 'ja-JP', 'en'], 'ja-JP'],
  [['en-GB', 'ja'], 'en-US'],
  [['de-DE'], 'en-US'],
  [[], 'en-US'],
])('a browser that asks for %j is answered in %s', (wanted, language) => {
  expect(pageLanguage(wanted)).toBe(language);
});
