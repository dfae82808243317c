import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMAND_FORMS } from './login-command.ts';
import { MENU } from './menu.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const read = (language: string): Record<string, { message: string }> =>
  JSON.parse(text(`../_locales/${language}/messages.json`));

test.each(['zh_CN', 'ja'])('%s says everything that English says, in its own words', (language) => {
  const [english, own] = [read('en'), read(language)];
  expect(Object.keys(own)).toEqual(Object.keys(english));
  const same = Object.keys(english).filter((key) => own[key]?.message === english[key]?.message);
  expect(same).toEqual([]);
});

test('every word that is asked for is there, and none that is not', () => {
  const sources = readdirSync(new URL('.', import.meta.url)).filter((name) => !name.endsWith('.test.ts'));
  const code = [...sources.map((name) => text(`./${name}`)), text('../build/manifest.ts')].join('\n');
  const composed = [
    ...MENU.flatMap((item) => [item, `${item}_done`]),
    ...COMMAND_FORMS.map((form) => `form_${form.replaceAll('-', '_')}`),
    ...['signed_out', 'renewable'],
  ];
  const isUsed = (key: string) => composed.includes(key) || new RegExp(`['"]${key}['"]|__MSG_${key}__`).test(code);

  expect(Object.keys(read('en')).filter((key) => !isUsed(key))).toEqual([]);
  const asked = [
    ...code.matchAll(
      /data-text="(\w+)"|(?:say\((?:tabId|tab\.id), |(?:refuse|text|getMessage)\()'(\w+)'|__MSG_(\w+)__/g,
    ),
  ];
  const keys = asked.map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key) => !(key in read('en')))).toEqual([]);
});
