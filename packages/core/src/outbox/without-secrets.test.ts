import { expect, test } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

const LINK = 'https://id.example.com/activate#token=Zm9vYmFyYmF6cXV4Zm9vYmFy';

test('what a mail server says is kept on one line and not at any length', () => {
  expect(withoutSecrets('550-5.1.1 No such user\r\n550 Ask your\tadministrator\u0000', [])).toBe(
    '550-5.1.1 No such user 550 Ask your administrator',
  );
  expect(withoutSecrets('5'.repeat(10_000), [])).toHaveLength(500);
});

test('a server that quotes the letter does not make its code or link known', () => {
  expect(withoutSecrets('554 spam: "the code is 314159"', ['314159'])).toBe('554 spam: "the code is …"');
  expect(withoutSecrets(`554 bad link ${LINK} in body`, [LINK])).toBe('554 bad link … in body');
  expect(withoutSecrets('554 bad token Zm9vYmFyYmF6cXV4Zm9vYmFy', [LINK])).toBe('554 bad token …');
  expect(withoutSecrets('554 see https://provider.example/help/550', [LINK])).toContain('https://provider.example');
});

test('a letter without a secret takes nothing from what is said', () => {
  expect(withoutSecrets('451 busy', [''])).toBe('451 busy');
});
