import type { AccessRequestId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { viewUnfinishedSignIn } from '../sessions/finish-sign-in.ts';

/**
 * Asks the administrators for an invitation, as somebody whose sign-in waits for one; they are told by letter.
 *
 * @throws DomainError `unauthorized`, `too_many_requests`.
 */
export async function askForAccess(
  platform: Platform,
  origin: Origin,
  { token, message }: { readonly token: string; readonly message: string },
): Promise<void> {
  const { store, clock, secrets, rules } = platform;
  const { account, step } = await viewUnfinishedSignIn(platform, token);
  if (step !== 'waiting') throw new DomainError('unauthorized');
  await countAgainstLimit(platform, 'access-request', account.id);
  const at = clock();
  await store.transaction(async (stores) => {
    const earlier = await stores.accessRequests.findOf(account.id);
    const id = secrets.newId<AccessRequestId>();
    await stores.accessRequests.replace({ id, accountId: account.id, message, createdAt: at, status: 'open' });
    await stores.audit.append({ at, action: 'access.requested', actorId: account.id, origin, details: {} });
    if (earlier?.status === 'open') return;
    const facts = { name: account.name, email: account.email, message, link: `${rules.publicUrl}/admin/invitations` };
    for (const { account: administrator } of await stores.administrators.list()) {
      await stores.outbox.add({
        kind: 'access_requested',
        accountId: administrator.id,
        to: administrator.email,
        language: administrator.interfaceLanguage,
        createdAt: at,
        expiresAt: null,
        facts,
      });
    }
  });
}
