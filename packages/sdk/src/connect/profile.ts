import { ConnectError } from './connect-error.ts';
import { readObject } from './wire-call.ts';

/** The person that is signed in; times as the server counts them, in seconds since 1970. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly interfaceLanguage: string | undefined;
  readonly timezone: string | undefined;
  readonly lastLoginAt: number | undefined;
  readonly lastLoginIp: string | undefined;
  readonly createdAt: number | undefined;
}

/** @throws {ConnectError} `profile_failed` when it is no profile */
export function readProfile(json: string): Profile {
  const body = readObject(json) ?? {};
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined);
  const number = (name: string) => (typeof body[name] === 'number' ? body[name] : undefined);
  const [id, name, email] = [text('id'), text('name'), text('email')];
  if (id === undefined || email === undefined) {
    throw new ConnectError('profile_failed', 'Failed to obtain profile: the answer is not a profile.');
  }
  return {
    id,
    name: name ?? '',
    email,
    interfaceLanguage: text('interface_language'),
    timezone: text('timezone'),
    lastLoginAt: number('last_login_at'),
    lastLoginIp: text('last_login_ip'),
    createdAt: number('created_at'),
  };
}
