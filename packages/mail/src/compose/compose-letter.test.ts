import type { Language } from '@latchkey/contract/vocabulary';
import { LETTER_KINDS, PAGE_LANGUAGES } from '@latchkey/contract/vocabulary';
import type { Letter, Letterhead, Told } from '@latchkey/core';
import { aLetter } from '@latchkey/core/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeLetter } from './compose-letter.ts';

const HEAD: Letterhead = { organisation: 'Example', publicUrl: 'https://id.example.com' };
const LINK = 'https://id.example.com/activate?a=1&b=2#token=abcdef';

/** One fact of every letter, however it is called; each value can be recognised. */
const FACTS = {
  code: '314159',
  link: LINK,
  signInLink: `${LINK}-signin`,
  resetLink: `${LINK}-reset`,
  registerLink: `${LINK}-register`,
  ip: '192.0.2.7',
  inviter: 'Grace',
  workspace: 'Compilers',
  role: 'editor',
  oldEmail: 'old@example.com',
  newEmail: 'new@example.com',
  from: 'Frances',
  to: 'Tove',
  name: 'Nina',
  email: 'nina@example.com',
  message: 'May I come in?',
  sentBy: 'Sam',
};

function letter(kind: Told['kind'], language: Language = 'en-US', facts: object = {}): Letter {
  return aLetter({ language }, { kind, facts: { ...FACTS, ...facts } } as Told);
}

const CODE_KINDS = LETTER_KINDS.filter((kind) => kind.endsWith('_code'));
const LINKS: readonly [Told['kind'], string][] = [
  ['password_reset_link', LINK],
  ['invitation', LINK],
  ['access_requested', LINK],
  ['already_registered', `${LINK}-signin`],
  ['no_account', `${LINK}-register`],
];

describe.each(PAGE_LANGUAGES)('in %s', (language) => {
  test.each(LETTER_KINDS)('%s has words of its own, and the same in plain and in HTML', (kind) => {
    const written = composeLetter(letter(kind, language), HEAD);
    const english = composeLetter(letter(kind, 'en-US'), HEAD);

    expect(written.subject.length).toBeGreaterThan(5);
    if (language !== 'en-US') expect(written.subject).not.toBe(english.subject);
    for (const text of [written.text, textOf(written.html)]) {
      expect(text).toContain('Example');
      expect(text).not.toMatch(/undefined|null|\[object|NaN|\$\{/);
    }
    const paragraphs = written.text
      .split('\n\n')
      .filter((part) => !part.startsWith('    ') && !part.includes('https:'));
    for (const paragraph of paragraphs) expect(textOf(written.html)).toContain(paragraph.replace('-- \n', '').trim());
  });

  test.each(CODE_KINDS)('%s shows its code, and for how long it works', (kind) => {
    const { subject, text, html } = composeLetter(letter(kind, language), HEAD);
    expect(text).toMatch(/^ {4}314159$/m);
    expect(html).toContain('<p class="code">314159</p>');
    expect(text).toMatch(/5 ?(minutes|分)/);
    // It would be read on a locked screen.
    expect(subject).not.toContain('314159');
  });

  test.each(LINKS)('%s has its link as a button and as plain text', (kind, link) => {
    const { text, html } = composeLetter(letter(kind, language), HEAD);
    const inHtml = link.replaceAll('&', '&amp;');
    expect(text).toContain(`\n${link}\n`);
    expect(html).toContain(`<a class="button" href="${inHtml}">`);
    expect(html).toContain(`<br>${inHtml}</p>`);
    expect(html.match(/<a /g)).toHaveLength(1);
  });
});

test('a letter says the facts of its kind', () => {
  const says = (kind: Told['kind']) => composeLetter(letter(kind), HEAD).text;
  expect(says('invitation')).toContain('Grace invites you to the workspace “Compilers” at Example, as an editor.');
  expect(says('invitation')).toContain('until November 20, 2026 at 12:05 PM UTC');
  expect(says('password_changed')).toContain('from the network address 192.0.2.7');
  expect(says('email_changed')).toContain('from old@example.com to new@example.com');
  expect(says('owner_transferred')).toContain('passed from Frances to Tove');
  expect(says('access_requested')).toContain('Nina (nina@example.com)');
  expect(says('access_requested')).toContain('“May I come in?”');
  expect(says('already_registered')).toContain(`${LINK}-reset`);
  expect(says('test')).toContain('Sam sent this letter');
});

test('somebody without an account is not shown a way to register while there is none', () => {
  const { text, html } = composeLetter(letter('no_account', 'en-US', { registerLink: '' }), HEAD);
  expect(text).not.toContain('Create an account');
  expect(html).not.toContain('<a ');
  expect(text).toContain('ask a system administrator for an invitation');
});

test.each([['fr-FR'], ['zh-Hant'], ['ar-TN']] as const)('%s, which we do not write, gets English', (language) => {
  expect(composeLetter(letter('sign_in_code', language), HEAD)).toEqual(
    composeLetter(letter('sign_in_code', 'en-US'), HEAD),
  );
});

test('the footer names the organisation and the public address; the product, where no organisation is named', () => {
  expect(composeLetter(letter('test'), HEAD).text).toMatch(/Sent by Example, https:\/\/id.example.com\n$/);
  expect(composeLetter(letter('test'), { ...HEAD, organisation: '' }).text).toContain('Sent by Latchkey, ');
});

test('nothing is loaded from elsewhere when a letter is read', () => {
  for (const kind of LETTER_KINDS) {
    const { html } = composeLetter(letter(kind), HEAD);
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|\bsrc=|url\(|@import/);
  }
});

test('a name can be written by anybody, and neither breaks out of its line nor becomes markup', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'Ada\r\nBcc: evil@x.co',
      'Ada\n\n    271828',
      '\u202emoc.live//:sptth',
      '&lt;b&gt;',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, (inviter, workspace) => {
      const plain = composeLetter(letter('invitation', 'en-US', { inviter: 'x', workspace: 'y' }), HEAD);
      const written = composeLetter(letter('invitation', 'en-US', { inviter, workspace }), HEAD);
      expect(written.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(written.text.split('\n')).toHaveLength(plain.text.split('\n').length);
      expect(written.html.split('<')).toHaveLength(plain.html.split('<').length);
      expect(written.html.split('"')).toHaveLength(plain.html.split('"').length);
    }),
    { numRuns: 300 },
  );
});

/** What somebody reads of our HTML. */
function textOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
