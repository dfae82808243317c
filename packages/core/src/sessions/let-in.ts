import type { SignInMethod } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { activateAccount } from '../accounts/activate-account.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { decideEntry, type EntryWay } from '../policies/account-entry.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import type { AttemptDetails } from '../sign-in-attempts/sign-in-attempt.ts';
import type { SessionProof } from '../sso/identity.ts';
import { addPersonalSpace } from '../workspaces/add-personal-space.ts';
import { currentWorkspace } from '../workspaces/workspace.ts';
import { nextStep } from './next-step.ts';
import { type IssuedSession, openConsoleSession } from './open-console-session.ts';
import { type IssuedUnfinishedSignIn, UNFINISHED_SIGN_IN_TTL_SECONDS } from './unfinished-sign-in.ts';

/** How a sign-in ends for now. */
export type SignInResult =
  | ({ readonly kind: 'signed_in'; readonly account: Account } & IssuedSession)
  | ({ readonly kind: 'unfinished' } & IssuedUnfinishedSignIn);

interface Arrival {
  readonly account: Account;
  readonly method: SignInMethod;
  readonly way: EntryWay;
  /** As typed, normalised; the address of the account unless they differ. */
  readonly email?: string;
  readonly hasOneTimePassword?: boolean;
  /** By what the session opens and when it ends at the latest; of single sign-on only. */
  readonly proof?: SessionProof | null;
  /** What else helps an administrator to read the attempt. */
  readonly details?: AttemptDetails;
}

const TICKET_BYTES = 32;

/** What a sign-in that stops there is kept as. */
const UNFINISHED = { waiting: 'no_workspace', new_password: 'new_password_needed' } as const;

/**
 * Where every way in ends, inside of the transaction that proved who somebody is: opens a session, or keeps the sign-in
 * until what is missing is there. An invited account becomes active; a personal space is made where the policy says so.
 */
export async function letIn(
  platform: Pick<Platform, 'clock' | 'secrets' | 'rules'>,
  stores: Stores,
  origin: Origin,
  arrival: Arrival,
): Promise<SignInResult> {
  const { account, method, way, email = account.email, hasOneTimePassword = false, proof = null, details } = arrival;
  const { clock, secrets, rules } = platform;
  const now = clock();
  if (account.status === 'pending') await activateAccount(platform, stores, account, now);
  const hasWorkspace = await findOrCreateWorkspace();
  const step = nextStep({ hasOneTimePassword, hasWorkspace });
  const rule = step === undefined ? null : UNFINISHED[step];
  const attempt = { origin, at: now, method, email, accountId: account.id, refusal: rule, rule };
  await stores.attempts.append({ ...attempt, ...(details !== undefined && { details }) });
  if (step !== undefined) {
    const token = secrets.newToken(TICKET_BYTES);
    const expiresAt = addSeconds(now, UNFINISHED_SIGN_IN_TTL_SECONDS);
    const tokenHash = secrets.digest(token);
    await stores.unfinishedSignIns.add({ tokenHash, accountId: account.id, method, proof, createdAt: now, expiresAt });
    return { kind: 'unfinished', step, account, token };
  }
  const { session, refreshToken, token } = openConsoleSession(secrets, rules.sessions, account.id, origin, now, proof);
  await stores.consoleSessions.add(session, token);
  await stores.accounts.noteSignIn(account.id, now, origin.ip);
  await stores.audit.append({ at: now, action: 'console.signed_in', actorId: account.id, origin, details: { method } });
  return { kind: 'signed_in', account, session, refreshToken };

  async function findOrCreateWorkspace(): Promise<boolean> {
    const joined = await stores.workspaces.listOf(account.id);
    if (currentWorkspace(joined, account.currentWorkspaceId) !== undefined) return true;
    const policy = await currentPolicy(stores, clock);
    const entry = decideEntry({ way, account: 'known', hasWorkspace: false, ...policy });
    if (entry.kind !== 'enters') return false;
    await addPersonalSpace(platform, stores, account, now);
    return true;
  }
}
