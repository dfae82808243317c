import { addSeconds } from '../kernel/clock.ts';

/** Time enough for asking the provider's administrators for the next one. */
const WARNED_SECONDS = 30 * 86_400;

/**
 * When the last of a provider's certificates ends, where that is soon or over. While one of them holds for longer there
 * is nothing to warn of: a rollover is on its way.
 */
export function certificateEnding(ends: readonly Date[], now: Date): Date | undefined {
  const last = ends.toSorted((one, other) => one.getTime() - other.getTime()).at(-1);
  return last !== undefined && last < addSeconds(now, WARNED_SECONDS) ? last : undefined;
}
