import type { Language } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { proveMailCode } from '../mail-codes/prove-mail-code.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { allowsMethod } from '../policies/sign-in-policy.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { setPassword } from './set-password.ts';

interface Asking {
  /** Normalised. */
  readonly email: string;
  readonly language: Language;
  /** Where an unknown address could register; empty while nobody may. */
  readonly registerLink: string;
}

/**
 * Sends a code for a new password, and returns the token that goes with it. An unknown address gets a letter that says
 * so, and everybody the same answer.
 *
 * @throws DomainError `forbidden` (passwords are off), `email_send_ip_limit`, `password_reset_rate_limit_exceeded`.
 */
export async function askForPasswordReset(platform: Platform, origin: Origin, asking: Asking): Promise<string> {
  const { store } = platform;
  await requirePasswords(platform);
  const account = await store.accounts.findByEmail(asking.email);
  return sendMailCode(platform, origin, {
    purpose: 'password_reset',
    email: asking.email,
    accountId: account?.id ?? null,
    language: account?.interfaceLanguage ?? asking.language,
    letter: (code) =>
      account === undefined || account.status === 'closed'
        ? { kind: 'no_account', facts: { registerLink: asking.registerLink }, hasCode: false }
        : { kind: 'password_reset_code', facts: { code }, hasCode: true },
    refusal: 'password_reset_rate_limit_exceeded',
  });
}

interface Typed {
  readonly email: string;
  readonly code: string;
  readonly token: string;
}

/**
 * Proves the code for a new password, and returns the token for setting it.
 *
 * @throws DomainError `forbidden`, `email_password_reset_limit`, `invalid_or_expired_token`, `invalid_email`,
 *   `email_code_error`.
 */
export async function provePasswordReset(platform: Platform, origin: Origin, typed: Typed) {
  await requirePasswords(platform);
  return proveMailCode(platform, origin, { purpose: 'password_reset', ...typed }, 'email_password_reset_limit');
}

/**
 * Sets a new password by a proven code: ends every session, lifts the locks, tells the owner. Of two at once one wins.
 *
 * @throws DomainError `forbidden`, `invalid_or_expired_token`, `account_not_found`, `password_too_short`,
 *   `password_too_common`.
 */
export async function resetPassword(
  platform: Platform,
  origin: Origin,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  const { store, clock, secrets, passwordHasher } = platform;
  await requirePasswords(platform);
  const tokenHash = secrets.digest(token);
  const proven = await store.mailCodes.findProven('password_reset', tokenHash, clock());
  if (proven === undefined) throw new DomainError('invalid_or_expired_token');
  const account = await store.accounts.findByEmail(proven.email);
  if (account === undefined || account.id !== proven.accountId || account.status === 'closed') {
    throw new DomainError('account_not_found');
  }
  await requireGoodPassword(platform, password, account);
  const hash = await passwordHasher.hash(password);
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.mailCodes.take('password_reset', tokenHash))) throw new DomainError('invalid_or_expired_token');
    await setPassword(stores, origin, {
      account,
      password: { hash, isOneTime: false },
      at,
      action: 'account.password_reset',
    });
  });
}

async function requirePasswords({ store, clock }: Platform): Promise<void> {
  if (!allowsMethod(await currentPolicy(store, clock), 'password')) throw new DomainError('forbidden');
}
