import type { Platform } from '@latchkey/core';

/** Where somebody without an account registers; empty while nobody may. */
export async function registerLink({ store, rules }: Platform): Promise<string> {
  return (await store.policy.get()).registration ? `${rules.publicUrl}/signup` : '';
}
