import type { Language } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import type { MailCode } from '../mail-codes/mail-code.ts';
import { proveMailCode } from '../mail-codes/prove-mail-code.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { endEverySession } from '../sessions/end-every-session.ts';
import type { Account } from './account.ts';

interface Asking {
  /** Normalised: one's own address first, then the new one. */
  readonly email: string;
  readonly phase: 'old_email' | 'new_email';
  /** Of the proven old address, for the phase `new_email`. */
  readonly token: string | undefined;
  readonly language: Language | undefined;
}

/**
 * Sends a code to the old, then to the new address of the actor; returns the token that goes with it.
 *
 * @throws DomainError `invalid_email`, `invalid_or_expired_token`, `email_send_ip_limit`,
 *   `email_change_rate_limit_exceeded`.
 */
export async function askForEmailChange(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  { email, phase, token, language = account.interfaceLanguage }: Asking,
): Promise<string> {
  const sending = {
    accountId: account.id,
    holder: account.id,
    language,
    refusal: 'email_change_rate_limit_exceeded' as const,
  };
  if (phase === 'old_email') {
    if (email !== account.email) throw new DomainError('invalid_email');
    return sendMailCode(platform, origin, {
      ...sending,
      purpose: 'email_change_old',
      email,
      letter: (code) => ({ kind: 'email_change_old_code', facts: { code }, hasCode: true }),
    });
  }
  await provenCode(platform, account, 'email_change_old', token ?? '');
  return sendMailCode(platform, origin, {
    ...sending,
    purpose: 'email_change_new',
    email,
    letter: (code) => ({ kind: 'email_change_new_code', facts: { code }, hasCode: true }),
  });
}

/**
 * Proves a code for the old or the new address.
 *
 * @throws DomainError `email_change_limit`, `invalid_or_expired_token`, `invalid_email`, `email_code_error`.
 */
export async function proveEmailChange(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  typed: { readonly email: string; readonly code: string; readonly token: string },
) {
  const purpose = typed.email === account.email ? 'email_change_old' : 'email_change_new';
  return proveMailCode(platform, origin, { purpose, ...typed }, 'email_change_limit');
}

/**
 * Changes the actor's address once both are proven: ends the other sessions and tells both addresses.
 *
 * @throws DomainError `invalid_or_expired_token`, `email_already_in_use`; of two at once one wins.
 */
export async function changeEmail(
  platform: Platform,
  origin: Origin,
  { account, session }: AdmittedSession,
  { newEmail, token }: { readonly newEmail: string; readonly token: string },
): Promise<Account> {
  const { store, clock } = platform;
  const proven = await provenCode(platform, account, 'email_change_new', token);
  if (proven.email !== newEmail) throw new DomainError('invalid_or_expired_token');
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.mailCodes.take('email_change_new', proven.tokenHash))) {
      throw new DomainError('invalid_or_expired_token');
    }
    if (!(await stores.accounts.setEmail(account.id, newEmail))) throw new DomainError('email_already_in_use');
    await endEverySession(stores, account.id, at, { console: session.id });
    await stores.links.takeAll(account.id, 'password_reset');
    const letter = { accountId: account.id, language: account.interfaceLanguage, createdAt: at, expiresAt: null };
    const facts = { oldEmail: account.email, newEmail };
    for (const to of [account.email, newEmail])
      await stores.outbox.add({ ...letter, to, kind: 'email_changed', facts });
    await stores.audit.append({
      at,
      action: 'account.email_changed',
      actorId: account.id,
      origin,
      details: { before: account.email, after: newEmail },
    });
  });
  return { ...account, email: newEmail };
}

/**
 * Whether an address could become the actor's.
 *
 * @throws DomainError `email_already_in_use`, `too_many_requests`.
 */
export async function checkEmailIsFree(platform: Platform, { account }: AdmittedSession, email: string): Promise<void> {
  await countAgainstLimit(platform, 'email-lookup', account.id);
  if ((await platform.store.accounts.findByEmail(email)) !== undefined) throw new DomainError('email_already_in_use');
}

async function provenCode(
  { store, clock, secrets }: Platform,
  account: Account,
  purpose: MailCode['purpose'],
  token: string,
): Promise<MailCode> {
  const proven = await store.mailCodes.findProven(purpose, secrets.digest(token), clock());
  if (proven?.holder !== account.id) throw new DomainError('invalid_or_expired_token');
  return proven;
}
