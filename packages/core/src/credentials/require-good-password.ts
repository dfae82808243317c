import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';

/** What somebody who knows the person would try first. */
interface Context {
  readonly email: string;
  readonly name?: string;
}

/**
 * Refuses a new password by NIST SP 800-63B-4 §3.1.1.2: too short, or among what is guessed first. It has no rule about
 * composition.
 *
 * @throws DomainError `password_too_short`, `password_too_common`.
 */
export async function requireGoodPassword(
  { rules, commonPasswords }: Pick<Platform, 'rules' | 'commonPasswords'>,
  password: string,
  context: Context,
): Promise<void> {
  const { passwordMinLength, organisation } = rules;
  if ([...password.normalize('NFC')].length < passwordMinLength) {
    throw new DomainError('password_too_short', { message: `Use at least ${passwordMinLength} characters.` });
  }
  if (isMostlyContext(password, { ...context, organisation }) || (await commonPasswords.has(password))) {
    throw new DomainError('password_too_common');
  }
}

/** Whether hardly anything is left of a password once what everybody knows is taken out of it. */
export function isMostlyContext(
  password: string,
  { email, name = '', organisation }: Context & { readonly organisation: string },
): boolean {
  const words = [...email.split(/[@.+_-]/), ...name.split(/\s+/), ...organisation.split(/\s+/), 'latchkey', 'dify']
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const whole = password.toLowerCase();
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), whole);
  return rest.length < whole.length && [...rest].length < 5;
}
