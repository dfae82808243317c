import type { SignInPolicy } from '@latchkey/core';
import type { TestServer } from './test-server.ts';

/** Switches ways in on and off, as if an administrator had. */
export async function setPolicy(server: TestServer, changes: Partial<SignInPolicy>): Promise<void> {
  const { policy } = server.context.platform.store;
  await policy.set({ ...(await policy.get()), ...changes });
}
