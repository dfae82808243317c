import type { Logger } from 'pino';
import type { LiveRules } from '../settings/live-rules.ts';

const EVERY_MS = 2000;

/** Brings what administrators set through another replica here within seconds; returns how to stop. */
export function startRefreshing(rules: LiveRules, logger: Logger): () => void {
  const timer = setInterval(() => {
    rules.refresh().catch((error: unknown) => logger.error({ err: error }, 'settings could not be read'));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
