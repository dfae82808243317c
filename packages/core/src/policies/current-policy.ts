import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { policyAt, type SignInPolicy } from './sign-in-policy.ts';

/** The sign-in policy as it holds now. */
export async function currentPolicy(
  { policy }: Pick<Stores, 'policy'>,
  clock: Platform['clock'],
): Promise<SignInPolicy> {
  return policyAt(await policy.get(), clock());
}
