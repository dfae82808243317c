import { DEFAULT_SIGN_IN_POLICY, type SignInPolicy, type SignInPolicyStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function signInPolicy(db: Database): SignInPolicyStore {
  return {
    async get() {
      return policyFrom(onlyRow(await db.read(stored, {})).sign_in_policy);
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

const stored = (db: Kysely<Schema>) => db.selectFrom('instance').select('sign_in_policy');

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
  return { ...DEFAULT_SIGN_IN_POLICY, ...policy };
}
