import type { AccountId, Language } from '@latchkey/contract/vocabulary';
import { newAccount } from '../accounts/new-account.ts';
import { requireGoodPassword } from '../credentials/require-good-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { addPersonalSpace } from '../workspaces/add-personal-space.ts';

interface Input {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/**
 * Creates the first administrator: an account with its personal space, entered in the list of system administrators.
 *
 * @throws DomainError `already_setup`, `password_too_short`, `password_too_common`; of two concurrent calls exactly one
 *   succeeds.
 */
export async function setUpInstance(platform: Platform, origin: Origin, input: Input): Promise<void> {
  const { store, clock, secrets, passwordHasher } = platform;
  if ((await store.instance.setUpAt()) !== undefined) throw new DomainError('already_setup');
  const { email, name, language } = input;
  await requireGoodPassword(platform, input.password, { email, name });
  const hash = await passwordHasher.hash(input.password);
  const now = clock();
  const account = newAccount({ id: secrets.newId<AccountId>(), email, name, language, createdAt: now });
  await store.transaction(async (stores) => {
    if (!(await stores.instance.markSetUp(now))) throw new DomainError('already_setup');
    await stores.accounts.add(account);
    await stores.passwords.set(account.id, { hash, isOneTime: false }, now);
    await addPersonalSpace(platform, stores, account, now);
    await stores.administrators.add(account.id, now);
    await stores.audit.append({
      at: now,
      action: 'instance.set_up',
      actorId: account.id,
      origin,
      details: { email: account.email },
    });
  });
}
