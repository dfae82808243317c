import { currentPolicy, type Platform } from '@latchkey/core';

/** Where somebody without an account registers; empty while nobody may. */
export async function registerLink({ store, clock, rules }: Platform): Promise<string> {
  return (await currentPolicy(store, clock)).registration ? `${rules.publicUrl}/signup` : '';
}
