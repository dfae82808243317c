import type { MailEncryption } from '@latchkey/contract/vocabulary';
import type { MailSettings } from '@latchkey/core';

export type SmtpServer = Omit<MailSettings, 'fromName' | 'fromAddress'>;

const ENCRYPTIONS: Readonly<Record<string, MailEncryption>> = {
  required: 'starttls',
  opportunistic: 'opportunistic',
  none: 'none',
};

const RULE =
  'must be smtp://user:password@host:port?tls=required (or opportunistic, or none) or smtps://…; special characters in user and password percent-encoded';

/**
 * A mail server in one line. `smtps` is TLS from the first byte; `?name=` is how this server names itself.
 *
 * @throws Error that does not repeat the text: it holds a password.
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isTls = url?.protocol === 'smtps:';
  if (url === undefined || !(isTls || url.protocol === 'smtp:') || url.hostname === '') throw new Error(RULE);
  const encryption = isTls ? 'tls' : ENCRYPTIONS[url.searchParams.get('tls') ?? 'required'];
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'name' && (isTls || name !== 'tls'));
  if (encryption === undefined || unknown !== undefined || !['', '/'].includes(url.pathname)) throw new Error(RULE);
  const user = decoded(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    encryption,
    user: user === '' ? null : user,
    password: user === '' ? null : decoded(url.password),
    ehloName: url.searchParams.get('name'),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(RULE);
  }
}
