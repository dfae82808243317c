import { ConnectError } from './connect-error.ts';
import { readTime } from './read-time.ts';
import { readObject } from './wire-call.ts';

/** The person that is signed in. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly interfaceLanguage: string | undefined;
  readonly timezone: string | undefined;
  readonly lastLoginAt: Date | undefined;
  readonly lastLoginIp: string | undefined;
  readonly createdAt: Date | undefined;
}

/** @throws {ConnectError} `profile_failed` when it is no profile */
export function readProfile(json: string): Profile {
  const body = readObject(json) ?? {};
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined);
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
    lastLoginAt: readTime(body.last_login_at),
    lastLoginIp: text('last_login_ip'),
    createdAt: readTime(body.created_at),
  };
}
