import type { SsoReplayGuard } from '@latchkey/core';

/** Remembers in this process for as long as it runs. */
export function createReplayGuard(): SsoReplayGuard {
  const seen = new Set<string>();
  return {
    async remember(key) {
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    },
  };
}
