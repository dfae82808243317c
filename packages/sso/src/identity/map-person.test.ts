import { describe, expect, test } from 'vitest';
import { mapPerson } from './map-person.ts';
import { readField, readYes } from './read-field.ts';

const fields = { subject: null, email: null, name: null, groups: null };
const usual = { email: ['email'], name: ['name'], groups: ['groups'] };
const rules = { fields, verifiedEmail: { kind: 'claim', path: 'email_verified' }, usual } as const;
const emailOf = (email: unknown) => mapPerson({ email, email_verified: true }, rules, 'ada').email;

describe('a mail address', () => {
  test.each(['ada@example.com', 'a.b+c@sub.example.co', 'jürgen@müller.example', 'Ada@Example.COM'])(
    '%s is taken as the provider wrote it',
    (email) => expect(emailOf(email)).toBe(email),
  );

  test.each([
    'ada',
    'ada@',
    '@example.com',
    'a@b@c',
    'Ada <ada@example.com>',
    'ada@example.com, owner@example.com',
    'ada@example.com;owner@example.com',
    'ada@example.com\r\nRCPT TO:<owner@example.com>',
    ' ada@example.com',
    'ada@example.com\u0000',
    `${'a'.repeat(250)}@example.com`,
    '',
    null,
    17,
    { toString: 'ada@example.com' },
  ])('%j is none', (email) => expect(emailOf(email)).toBeNull());

  test('of a list is the first', () => {
    expect(emailOf(['ada@example.com', 'owner@example.com'])).toBe('ada@example.com');
  });

  test('that is none is never verified', () => {
    expect(mapPerson({ email: 'no address', email_verified: true }, rules, 'ada').emailVerified).toBe(false);
  });
});

test.each([true, 'true', 1, '1', ['true']])('%j says yes', (value) => expect(readYes({ value }, 'value')).toBe(true));

test.each([false, 'false', 0, '0', '', null, undefined, {}, [], 'TRUE ', 2, [false, true]])('%j does not', (value) =>
  expect(readYes({ value }, 'value')).toBe(false),
);

test('subjects that look alike stay two people', () => {
  const subjectOf = (subject: string) => mapPerson({}, rules, subject).subject;
  expect(new Set(['ada', 'Ada', 'ada ', 'ａda', 'a\u0064\u0061', 'adа'].map(subjectOf)).size).toBe(5);
});

test.each(['', 'a\u0000', '\ud800', 'x'.repeat(256)])(
  '%j names nobody, for a store could not keep it apart',
  (subject) => expect(() => mapPerson({}, rules, subject)).toThrow('no usable subject'),
);

test('groups are those that are texts', () => {
  const { groups } = mapPerson({ groups: ['a', '', 1, null, { b: 1 }, 'c\u0000', 'd'] }, rules, 'ada');
  expect(groups).toEqual(['a', 'd']);
});

describe('a path', () => {
  const claims = { 'https://example.com/groups': ['a'], data: { mails: [{ value: 'x' }] }, 'data.mails': 'whole' };

  test('may be the whole name of a claim, or lead into it', () => {
    expect(readField(claims, 'https://example.com/groups')).toEqual(['a']);
    expect(readField(claims, 'data.mails.0.value')).toBe('x');
    expect(readField(claims, 'data.mails')).toBe('whole');
  });

  test.each(['__proto__', 'constructor.name', 'data.__proto__', 'data.mails.length.x', 'no.where', ''])(
    '%s leads nowhere that the provider did not fill',
    (path) => expect(readField(claims, path)).toBeUndefined(),
  );
});
