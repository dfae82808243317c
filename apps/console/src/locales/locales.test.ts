import { describe, expect, test } from 'vitest';
import { enUSAdmin } from './admin.en-US.ts';
import { jaJPAdmin } from './admin.ja-JP.ts';
import { zhHansAdmin } from './admin.zh-Hans.ts';
import { enUSDoors } from './doors/en-US.ts';
import { jaJPDoors } from './doors/ja-JP.ts';
import { zhHansDoors } from './doors/zh-Hans.ts';
import { enUS } from './en-US.ts';
import { jaJP } from './ja-JP.ts';
import { enUSRooms } from './rooms/en-US.ts';
import { jaJPRooms } from './rooms/ja-JP.ts';
import { zhHansRooms } from './rooms/zh-Hans.ts';
import { sentences } from './sentences.ts';
import { enUSWebApps } from './webapps/en-US.ts';
import { jaJPWebApps } from './webapps/ja-JP.ts';
import { zhHansWebApps } from './webapps/zh-Hans.ts';
import { zhHans } from './zh-Hans.ts';

const placeholders = (sentence: string | undefined) => new Set(sentence?.match(/\{\{\w+\}\}/g));

describe.each([
  ['of every page', enUS, zhHans, jaJP],
  ['around signing in', enUSDoors, zhHansDoors, jaJPDoors],
  ['of those who are signed in', enUSRooms, zhHansRooms, jaJPRooms],
  ['of WebApps and groups', enUSWebApps, zhHansWebApps, jaJPWebApps],
  ['of the administration', enUSAdmin, zhHansAdmin, jaJPAdmin],
])('the words %s', (_, english, chinese, japanese) => {
  const said = sentences(english);
  const languages = [
    ['简体中文', chinese],
    ['日本語', japanese],
  ] as const;

  test('say something in English under every key', () => {
    expect(said.size).toBeGreaterThan(50);
    expect([...said].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  test.each(languages)('say all of it in %s, with the same placeholders', (_, locale) => {
    const translated = sentences(locale);
    expect(new Set(translated.keys())).toEqual(new Set(said.keys()));
    for (const [key, sentence] of said) {
      expect(placeholders(translated.get(key)), key).toEqual(placeholders(sentence));
      expect(translated.get(key)?.trim(), key).not.toBe('');
    }
  });

  test.each(languages)('leave no sentence in English in %s', (_, locale) => {
    const untranslated = [...sentences(locale)].filter(([key, sentence]) => sentence === said.get(key));
    expect(untranslated).toEqual([]);
  });
});
