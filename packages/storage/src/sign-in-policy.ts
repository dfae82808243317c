import { DEFAULT_SIGN_IN_POLICY, type SignInPolicy, type SignInPolicyStore, type SsoEnforcement } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function signInPolicy(db: Database): SignInPolicyStore {
  return {
    async get() {
      const { sign_in_policy, sso_protocol } = onlyRow(await db.read(stored, {}));
      return { ...policyFrom(sign_in_policy), ssoProtocol: sso_protocol };
    },
    async version() {
      return onlyRow(await db.read(version, {})).sign_in_policy_version;
    },
    async set(policy) {
      await db.write(store, { policy: JSON.stringify(policy) });
    },
    replace: async (policy, made) => (await db.write(replace, { policy: JSON.stringify(policy), made })) === 1,
  };
}

const stored = (db: Kysely<Schema>) => db.selectFrom('instance').select('sign_in_policy').select(ssoProtocol);

/** Of the oldest connection that serves workspaces now. */
const ssoProtocol = sql<SignInPolicy['ssoProtocol']>`(
  select protocol from sso_connections where is_enabled = 1 and serves_workspace = 1 order by created_at, id limit 1
)`.as('sso_protocol');

const store = (db: Kysely<Schema>, { policy }: { policy: string }) =>
  db
    .updateTable('instance')
    .set((eb) => ({ sign_in_policy: policy, sign_in_policy_version: eb('sign_in_policy_version', '+', eb.lit(1)) }));

const version = (db: Kysely<Schema>) => db.selectFrom('instance').select('sign_in_policy_version');

const replace = (db: Kysely<Schema>, { policy, made }: { policy: string; made: number }) =>
  store(db, { policy }).where('sign_in_policy_version', '=', made);

/** A switch that is younger than the stored policy stands at its default. */
function policyFrom(json: string | null): SignInPolicy {
  const policy: Partial<SignInPolicy> = json === null ? {} : JSON.parse(json);
  return { ...DEFAULT_SIGN_IN_POLICY, ...policy, enforcement: enforcementFrom(policy.enforcement) };
}

/** In JSON its instants are text. */
function enforcementFrom(stored: SsoEnforcement | null | undefined): SsoEnforcement | null {
  if (stored === null || stored === undefined) return null;
  const { startedAt, revertsAt, confirmedAt, ...rest } = stored;
  return {
    ...rest,
    startedAt: new Date(startedAt),
    revertsAt: new Date(revertsAt),
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
  };
}
