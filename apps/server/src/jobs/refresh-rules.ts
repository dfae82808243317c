import type { Logger } from 'pino';
import type { LiveRules } from '../settings/live-rules.ts';

/** So that another connection for external users is felt within the second in which every change at the gate is. */
const EVERY_MS = 300;

/** Brings what administrators set through another replica here at once; returns how to stop. */
export function startRefreshing(rules: LiveRules, logger: Logger): () => void {
  let isReading = false;
  const timer = setInterval(() => {
    if (isReading) return;
    isReading = true;
    rules
      .refresh()
      .catch((error: unknown) => logger.error({ err: error }, 'settings could not be read'))
      .finally(() => {
        isReading = false;
      });
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
