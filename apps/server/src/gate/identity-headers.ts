import type { Visitor, WebApp } from '@latchkey/core';
import type { IdentityTokens } from './identity-token.ts';

/** Headers that tell an application who somebody is; empty ones for a stranger, so that whoever copies them overwrites. */
const IDENTITY_HEADERS = [
  'x-latchkey-jwt',
  'x-latchkey-user',
  'x-latchkey-email',
  'x-latchkey-name',
  'x-latchkey-groups',
] as const;

type Headers = Record<(typeof IDENTITY_HEADERS)[number], string>;

const STRANGER: Headers = {
  'x-latchkey-jwt': '',
  'x-latchkey-user': '',
  'x-latchkey-email': '',
  'x-latchkey-name': '',
  'x-latchkey-groups': '',
};

export function identityHeaders(tokens: IdentityTokens, webApp: Pick<WebApp, 'id'>, visitor: Visitor): Headers {
  if (visitor.kind === 'nobody') return STRANGER;
  const { id, email, name } = visitor.kind === 'member' ? visitor.account : visitor.user;
  const groups = visitor.kind === 'member' ? visitor.groups : [];
  return {
    'x-latchkey-jwt': tokens.tokenFor(webApp, visitor),
    'x-latchkey-user': id,
    'x-latchkey-email': plain(email ?? ''),
    'x-latchkey-name': plain(name ?? ''),
    'x-latchkey-groups': groups.map((group) => plain(group).replaceAll(',', '%2C')).join(','),
  };
}

/** What a header cannot say is percent-encoded UTF-8; so is the percent sign. */
function plain(text: string): string {
  return text.replace(/[^ -$&-~]/gu, (symbol) => encodeURIComponent(symbol));
}
