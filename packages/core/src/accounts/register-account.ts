import type { AccountId, Language } from '@latchkey/contract/vocabulary';
import { requireGoodPassword } from '../credentials/require-good-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { proveMailCode } from '../mail-codes/prove-mail-code.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import { decideEntry } from '../policies/account-entry.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { allowsMethod, type SignInPolicy } from '../policies/sign-in-policy.ts';
import { letIn, type SignInResult } from '../sessions/let-in.ts';
import { defaultWorkspace } from '../workspaces/default-workspace.ts';
import type { Account } from './account.ts';
import { createAccount } from './create-account.ts';
import { newAccount } from './new-account.ts';

interface Asking {
  /** Normalised. */
  readonly email: string;
  readonly language: Language;
  readonly signInLink: string;
  readonly resetLink: string;
}

/**
 * Sends a code that proves an address, and returns the token that goes with it: the same for an address that has an
 * account already, whose owner is told by letter.
 *
 * @throws DomainError `forbidden`, `email_send_ip_limit`, `email_register_rate_limit_exceeded`.
 */
export async function askToRegister(platform: Platform, origin: Origin, asking: Asking): Promise<string> {
  const { email, language, signInLink, resetLink } = asking;
  await requireRegistration(platform);
  const account = await platform.store.accounts.findByEmail(email);
  // Somebody invited who registers instead of opening the invitation becomes the same account.
  const isFree = account === undefined || account.status === 'pending';
  return sendMailCode(platform, origin, {
    purpose: 'registration',
    email,
    accountId: account?.id ?? null,
    language: account?.interfaceLanguage ?? language,
    letter: (code) =>
      isFree
        ? { kind: 'registration_code', facts: { code }, hasCode: true }
        : { kind: 'already_registered', facts: { signInLink, resetLink }, hasCode: false },
    refusal: 'email_register_rate_limit_exceeded',
  });
}

interface Typed {
  readonly email: string;
  readonly code: string;
  readonly token: string;
}

/**
 * Proves the code for registering, and returns the token for it.
 *
 * @throws DomainError `forbidden`, `email_register_limit`, `invalid_or_expired_token`, `invalid_email`,
 *   `email_code_error`.
 */
export async function proveRegistration(platform: Platform, origin: Origin, typed: Typed) {
  await requireRegistration(platform);
  return proveMailCode(platform, origin, { purpose: 'registration', ...typed }, 'email_register_limit');
}

interface Registration {
  readonly token: string;
  readonly password: string;
  readonly name?: string | undefined;
  readonly language: Language;
  readonly timezone?: string | undefined;
}

/**
 * Registers an account with a proven address, and signs it in; without a workspace it waits. All of it or nothing.
 *
 * @throws DomainError `forbidden`, `invalid_or_expired_token`, `email_already_in_use`, `password_too_short`,
 *   `password_too_common`.
 */
export async function registerAccount(
  platform: Platform,
  origin: Origin,
  { token, password, ...details }: Registration,
): Promise<SignInResult> {
  const { store, clock, secrets, passwordHasher } = platform;
  const policy = await requireRegistration(platform);
  const tokenHash = secrets.digest(token);
  const proven = await store.mailCodes.findProven('registration', tokenHash, clock());
  if (proven === undefined) throw new DomainError('invalid_or_expired_token');
  const { email } = proven;
  await requireGoodPassword(platform, password, { email, ...(details.name !== undefined && { name: details.name }) });
  const hash = await passwordHasher.hash(password);
  const at = clock();
  return store.transaction(async (stores) => {
    if (!(await stores.mailCodes.take('registration', tokenHash))) throw new DomainError('invalid_or_expired_token');
    const invited = await stores.accounts.findByEmail(email);
    const account = invited?.status === 'pending' ? await complete(stores, invited) : await create(stores);
    await stores.passwords.set(account.id, { hash, isOneTime: false }, at);
    return letIn(platform, stores, origin, { account, method: 'password', way: 'registration' });
  });

  async function create(stores: Stores): Promise<Account> {
    const hasWorkspace = (await defaultWorkspace(platform.rules, stores)) !== undefined;
    const entry = decideEntry({ way: 'registration', account: 'unknown', hasWorkspace, ...policy });
    if (entry.kind === 'refused') throw new DomainError('forbidden');
    const account = newAccount({ id: secrets.newId<AccountId>(), email, createdAt: at, ...details });
    const createsPersonalSpace = entry.kind === 'enters' && entry.createsPersonalSpace;
    await createAccount(platform, stores, origin, { account, createsPersonalSpace, way: 'registration' });
    return account;
  }

  async function complete(stores: Stores, account: Account): Promise<Account> {
    const { name = account.name, language: interfaceLanguage, timezone = account.timezone } = details;
    const preferences = { name, interfaceLanguage, timezone };
    await stores.accounts.setPreferences(account.id, preferences);
    return { ...account, ...preferences };
  }
}

/** Registering is on, and so is the password it ends in. */
async function requireRegistration({ store, clock }: Platform): Promise<SignInPolicy> {
  const policy = await currentPolicy(store, clock);
  if (!policy.registration || !allowsMethod(policy, 'password')) throw new DomainError('forbidden');
  return policy;
}
