import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(new URL(`../_locales/${language}/messages.json`, import.meta.url), 'utf8'));

test.each(['zh_CN', 'ja'])('%s says everything that English says, in its own words', (language) => {
  const [english, own] = [read('en'), read(language)];
  expect(Object.keys(own)).toEqual(Object.keys(english));
  const same = Object.keys(english).filter((key) => own[key]?.message === english[key]?.message);
  expect(same).toEqual([]);
});
