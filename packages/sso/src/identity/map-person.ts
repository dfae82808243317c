import { type EmailVerification, type FieldMapping, SsoRefusal } from '@latchkey/core';
import { type Claims, isText, readText, readTexts, readYes } from './read-field.ts';

export interface Person {
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly groups: readonly string[];
}

/** The names under which a protocol has its fields where the connection maps none, best first. */
export interface UsualFields {
  readonly email: readonly string[];
  readonly name: readonly string[];
  readonly groups: readonly string[];
}

const MAX_SUBJECT_LENGTH = 255;

/**
 * The person in a provider's claims, by the connection's mapping.
 *
 * @param ownSubject the protocol's own subject, for a connection that maps none.
 * @throws SsoRefusal `subject_missing`.
 */
export function mapPerson(
  claims: Claims,
  rules: { fields: FieldMapping; verifiedEmail: EmailVerification; usual: UsualFields },
  ownSubject: string | null,
): Person {
  const { fields, usual } = rules;
  const subject = fields.subject === null ? ownSubject : readText(claims, fields.subject);
  if (!isText(subject) || subject.length > MAX_SUBJECT_LENGTH) {
    const where = fields.subject === null ? '' : ` in ${fields.subject}`;
    throw new SsoRefusal('subject_missing', `no usable subject${where}`, { claims });
  }
  const email = plainAddress(firstText(claims, fields.email, usual.email));
  return {
    subject,
    email,
    emailVerified: email !== null && isVerified(claims, rules.verifiedEmail),
    name: firstText(claims, fields.name, usual.name),
    groups:
      pathsOf(fields.groups, usual.groups)
        .map((path) => readTexts(claims, path))
        .find(isFilled) ?? [],
  };
}

function firstText(claims: Claims, mapped: string | null, usual: readonly string[]): string | null {
  for (const path of pathsOf(mapped, usual)) {
    const text = readText(claims, path);
    if (text !== null) return text;
  }
  return null;
}

const pathsOf = (mapped: string | null, usual: readonly string[]) => (mapped === null ? usual : [mapped]);

const isFilled = (list: readonly string[]) => list.length > 0;

function isVerified(claims: Claims, rule: EmailVerification): boolean {
  if (rule.kind === 'claim') return readYes(claims, rule.path);
  return rule.kind === 'always';
}

/** One address and nothing else: no display name, no list, nothing a mail program would read as more than one. */
function plainAddress(text: string | null): string | null {
  return text !== null && text.length <= 254 && PLAIN_ADDRESS.test(text) ? text : null;
}

const PLAIN_ADDRESS = /^[^\s\p{Cc}@"(),:;<>[\\\]]+@[^\s\p{Cc}@"(),:;<>[\\\]]+$/u;
