import { type Platform, settleEnforcement } from '@latchkey/core';
import type { Logger } from 'pino';

const EVERY_MS = 10 * 60 * 1000;

/** Deletes what has expired and writes down what has ended by itself, from time to time; returns how to stop. Several replicas may do so at once. */
export function startSweeping(platform: Platform, logger: Logger): () => void {
  const timer = setInterval(() => {
    const { store, clock, rules } = platform;
    const retention = { attemptDays: rules.attemptsRetentionDays, auditDays: null };
    settleEnforcement(platform)
      .then(() => store.sweep(clock(), retention))
      .catch((error: unknown) => logger.error({ err: error }, 'sweeping failed'));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
