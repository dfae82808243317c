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
    async set(policy) {
      await db.write(store, { policy: JSON.stringify(policy) });
    },
  };
}

const stored = (db: Kysely<Schema>) => db.selectFrom('instance').select('sign_in_policy');

const store = (db: Kysely<Schema>, { policy }: { policy: string }) =>
  db.updateTable('instance').set({ sign_in_policy: policy });

/** A switch that is younger than the stored policy stands at its default. */
function policyFrom(json: string | null): SignInPolicy {
  const policy: Partial<SignInPolicy> = json === null ? {} : JSON.parse(json);
  return { ...DEFAULT_SIGN_IN_POLICY, ...policy };
}
