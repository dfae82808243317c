import type { AccountId, Language } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { createAccount } from '../accounts/create-account.ts';
import { newAccount } from '../accounts/new-account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { checkMailCode } from '../mail-codes/check-mail-code.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import { decideEntry } from '../policies/account-entry.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refuseMethod, type SignInPolicy } from '../policies/sign-in-policy.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { defaultWorkspace } from '../workspaces/default-workspace.ts';
import { letIn, type SignInResult } from './let-in.ts';

interface Asking {
  /** Normalised. */
  readonly email: string;
  readonly language: Language;
  /** Where an unknown address could register; empty while nobody may. */
  readonly registerLink: string;
  /** False where nobody becomes an account by signing in, whatever the policy says. */
  readonly createsAccounts?: boolean;
}

/**
 * Sends a sign-in code, and returns the token that goes with it: the same for an address that nobody has, whose reader
 * is told so by letter, or registers with the code while registration is on.
 *
 * @throws DomainError `forbidden` (the method is off), `email_send_ip_limit`, `email_code_login_rate_limit_exceeded`.
 */
export async function askForSignInCode(platform: Platform, origin: Origin, asking: Asking): Promise<string> {
  const { store, clock } = platform;
  const { email } = asking;
  let account: Account | undefined;
  try {
    const policy = await currentPolicy(store, clock);
    requireMethod(policy);
    account = await store.accounts.findByEmail(email);
    const isWelcome =
      account === undefined ? policy.registration && asking.createsAccounts !== false : account.status !== 'closed';
    return await sendMailCode(platform, origin, {
      purpose: 'sign_in',
      email,
      accountId: account?.id ?? null,
      language: account?.interfaceLanguage ?? asking.language,
      letter: (code) =>
        isWelcome
          ? { kind: 'sign_in_code', facts: { code }, hasCode: true }
          : { kind: 'no_account', facts: { registerLink: asking.registerLink }, hasCode: false },
      refusal: 'email_code_login_rate_limit_exceeded',
    });
  } catch (error) {
    return noteRefusal(platform, { origin, method: 'email_code', email, accountId: account?.id ?? null }, error);
  }
}

interface Typed {
  /** Normalised. */
  readonly email: string;
  readonly code: string;
  readonly token: string;
  readonly language: Language;
  readonly timezone?: string | undefined;
  /** As in asking for the code. */
  readonly createsAccounts?: boolean;
}

/**
 * Signs a person in to the console with a code from a letter. While registration is on, an unknown address becomes an
 * account. Every refused try is kept; of two at once with one code one wins.
 *
 * @throws DomainError `forbidden` (the method is off), `email_code_login_limit`, `invalid_or_expired_token`,
 *   `invalid_email`, `email_code_error`, `account_banned`, `account_not_found`.
 */
export async function signInWithCode(platform: Platform, origin: Origin, typed: Typed): Promise<SignInResult> {
  const { store, clock, secrets } = platform;
  const { email } = typed;
  let account: Account | undefined;
  try {
    const policy = await currentPolicy(store, clock);
    requireMethod(policy);
    account = await store.accounts.findByEmail(email);
    const { tokenHash } = await checkMailCode(
      platform,
      origin,
      { purpose: 'sign_in', ...typed },
      'email_code_login_limit',
    );
    if (account?.status === 'banned') throw new DomainError('account_banned', { rule: 'banned' });
    if (account?.status === 'closed') throw new DomainError('account_not_found', { rule: 'closed' });
    return await store.transaction(async (stores) => {
      if (!(await stores.mailCodes.take('sign_in', tokenHash))) {
        throw new DomainError('invalid_or_expired_token', { rule: 'expired_code' });
      }
      const arriving = account ?? (await register(stores));
      return letIn(platform, stores, origin, { account: arriving, method: 'email_code', way: 'email_code' });
    });

    async function register(stores: Stores): Promise<Account> {
      const hasWorkspace = (await defaultWorkspace(platform.rules, stores)) !== undefined;
      const registration = policy.registration && typed.createsAccounts !== false;
      const entry = decideEntry({ way: 'email_code', account: 'unknown', hasWorkspace, ...policy, registration });
      if (entry.kind === 'refused') throw new DomainError('account_not_found', { rule: 'registration_off' });
      const { language, timezone } = typed;
      const fresh = newAccount({ id: secrets.newId<AccountId>(), email, language, timezone, createdAt: clock() });
      const createsPersonalSpace = entry.kind === 'enters' && entry.createsPersonalSpace;
      await createAccount(platform, stores, origin, { account: fresh, createsPersonalSpace, way: 'email_code' });
      return fresh;
    }
  } catch (error) {
    return noteRefusal(platform, { origin, method: 'email_code', email, accountId: account?.id ?? null }, error);
  }
}

function requireMethod(policy: SignInPolicy): void {
  const rule = refuseMethod(policy, 'email_code');
  if (rule !== undefined) throw new DomainError('forbidden', { rule });
}
