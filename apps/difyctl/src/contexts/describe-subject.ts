import { printable } from '../terminal/printable.ts';
import type { StoredAccount } from './hosts.ts';

/** `ann@example.com (Ann)`, or how an external user is named. */
export function describeSubject({
  account,
  externalSubject,
}: Pick<StoredAccount, 'account' | 'externalSubject'>): string {
  if (externalSubject === undefined) return describeAccount(account);
  const issuer = externalSubject.issuer === '' ? '' : `, issuer: ${externalSubject.issuer}`;
  return printable(`${externalSubject.email} (external SSO${issuer})`.trimStart());
}

function describeAccount({ email, name }: { readonly email: string; readonly name: string }): string {
  return printable(name === '' ? email : `${email} (${name})`);
}
