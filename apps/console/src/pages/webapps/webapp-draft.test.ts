import { describe, expect, test } from 'vitest';
import { changesOf, codeFor, draftOf, EMPTY_DRAFT, problemsOf } from './webapp-draft.ts';
import type { WebApp } from './webapps-query.ts';

const WIKI: WebApp = {
  id: '0198c6a0-0000-7000-8000-000000000001',
  code: 'wiki',
  name: 'Wiki',
  icon: null,
  url: 'http://wiki.apps.example.com',
  upstream: 'http://127.0.0.1:8080',
  host: null,
  enabled: true,
  access_mode: 'private',
  conditions: { passphrase: false, address_ranges: [], share_link: false },
  frame_origins: ['https://portal.example.com'],
  workspace: { id: '0198c6a0-0000-7000-8000-000000000002', name: 'Lab' },
  created_at: '2026-01-01T00:00:00.000Z',
};

describe('the form of a WebApp', () => {
  test('finds nothing wrong with what is saved, and sends nothing of it', () => {
    const saved = draftOf(WIKI);
    expect(problemsOf(saved, saved)).toEqual({});
    expect(changesOf(saved, saved)).toEqual({});
  });

  test('keeps the address of the sample app, which is no web address', () => {
    const saved = draftOf({ ...WIKI, upstream: 'latchkey:sample' });
    expect(problemsOf({ ...saved, name: 'Try me' }, saved)).toEqual({});
    expect(changesOf({ ...saved, name: 'Try me' }, saved)).toEqual({ name: 'Try me' });
  });

  test('says at each field what is missing or wrong', () => {
    expect(problemsOf(EMPTY_DRAFT)).toEqual({ name: 'nameMissing', code: 'codeWrong', upstream: 'upstreamWrong' });
    const wrong = { ...draftOf(WIKI), code: 'Wiki_1', upstream: 'ftp://a', host: 'a/b', frameOrigins: 'portal' };
    expect(problemsOf(wrong)).toEqual({
      code: 'codeWrong',
      upstream: 'upstreamWrong',
      host: 'hostWrong',
      frameOrigins: 'originWrong',
    });
  });

  test('takes an icon and a host name away by leaving them empty', () => {
    const saved = draftOf({ ...WIKI, icon: '📚', host: 'wiki.example.com' });
    expect(changesOf({ ...saved, icon: ' ', host: '' }, saved)).toEqual({ icon: null, host: null });
  });

  test('reads origins one a line', () => {
    const saved = draftOf(WIKI);
    const changed = { ...saved, frameOrigins: 'https://a.example\n https://b.example:8443 \n' };
    expect(changesOf(changed, saved)).toEqual({ frame_origins: ['https://a.example', 'https://b.example:8443'] });
  });
});

test.each([
  ['Team Wiki', 'team-wiki'],
  ['  Übersicht – 2026 ', 'ubersicht-2026'],
  ['知識庫', ''],
  [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
])('proposes for %o the code %o', (name, code) => {
  expect(codeFor(name)).toBe(code);
});
