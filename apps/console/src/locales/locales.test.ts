import { expect, test } from 'vitest';
import { enUS } from './en-US.ts';
import { jaJP } from './ja-JP.ts';
import { zhHans } from './zh-Hans.ts';

/** `device.expiresIn` → the sentence. */
function sentences(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...sentences(value, `${path}${key}.`)],
    ),
  );
}

const placeholders = (sentence: string | undefined) => new Set(sentence?.match(/\{\{\w+\}\}/g));
const english = sentences(enUS);

test('English says something under every key', () => {
  expect(english.size).toBeGreaterThan(100);
  expect([...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test.each([
  ['简体中文', zhHans],
  ['日本語', jaJP],
])('%s says all that English says, with the same placeholders', (_, locale) => {
  const translated = sentences(locale);
  expect(new Set(translated.keys())).toEqual(new Set(english.keys()));
  for (const [key, sentence] of english) {
    expect(placeholders(translated.get(key)), key).toEqual(placeholders(sentence));
    expect(translated.get(key)?.trim(), key).not.toBe('');
  }
});

test.each([
  ['简体中文', zhHans],
  ['日本語', jaJP],
])('%s leaves no sentence in English', (_, locale) => {
  const untranslated = [...sentences(locale)].filter(([key, sentence]) => sentence === english.get(key));
  expect(untranslated).toEqual([]);
});
