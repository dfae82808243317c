import type { Platform } from '@latchkey/core';
import type { Logger } from 'pino';

const EVERY_MS = 10 * 60 * 1000;

/** Deletes what has expired, from time to time; returns how to stop. Several replicas may do so at once. */
export function startSweeping({ store, clock }: Platform, logger: Logger): () => void {
  const timer = setInterval(() => {
    store.sweep(clock()).catch((error: unknown) => logger.error({ err: error }, 'sweeping failed'));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
