import type { AccountId, Language, WorkspaceId } from '@latchkey/contract/vocabulary';
import { LANGUAGE_TIMEZONES } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { personalSpaceName } from '../workspaces/workspace.ts';

interface Input {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/**
 * Creates the first administrator: an account with its personal space, entered in the list of system administrators.
 *
 * @throws DomainError `already_setup`; of two concurrent calls exactly one succeeds.
 */
export async function setUpInstance(platform: Platform, origin: Origin, input: Input): Promise<void> {
  const { store, clock, secrets, passwordHasher } = platform;
  if ((await store.instance.setUpAt()) !== undefined) throw new DomainError('already_setup');
  const hash = await passwordHasher.hash(input.password);
  const now = clock();
  const workspaceId = secrets.newId<WorkspaceId>();
  const account = firstAccount(secrets.newId<AccountId>(), workspaceId, input, now);
  await store.transaction(async (stores) => {
    if (!(await stores.instance.markSetUp(now))) throw new DomainError('already_setup');
    await stores.workspaces.add({
      id: workspaceId,
      name: personalSpaceName(input.name),
      status: 'normal',
      createdAt: now,
    });
    await stores.accounts.add(account);
    await stores.passwords.set(account.id, hash, now);
    await stores.workspaces.addMember({ workspaceId, accountId: account.id, role: 'owner', createdAt: now });
    await stores.instance.addSystemAdministrator(account.id, now);
    await stores.audit.append({
      at: now,
      action: 'instance.set_up',
      actorId: account.id,
      origin,
      details: { email: account.email },
    });
  });
}

function firstAccount(id: AccountId, currentWorkspaceId: WorkspaceId, input: Input, now: Date): Account {
  return {
    id,
    email: input.email,
    name: input.name,
    avatar: null,
    interfaceLanguage: input.language,
    interfaceTheme: 'light',
    timezone: LANGUAGE_TIMEZONES[input.language],
    status: 'active',
    currentWorkspaceId,
    lastSignInAt: null,
    lastSignInIp: null,
    createdAt: now,
  };
}
