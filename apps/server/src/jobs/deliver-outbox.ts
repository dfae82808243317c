import { deliverLetters, type Platform } from '@latchkey/core';
import type { Logger } from 'pino';

const EVERY_MS = 15_000;

/**
 * Sends letters as soon as they are added here, and from time to time those of other replicas and those that are tried
 * again. Returns how to stop: no letter is begun any more, and the promise waits for those that are.
 */
export function startDelivering(
  platform: Platform,
  onLetter: (listener: () => void) => void,
  logger: Logger,
): () => Promise<void> {
  let isStopped = false;
  let isAsked = false;
  let running: Promise<void> | undefined;

  const deliver = async (): Promise<void> => {
    try {
      while (isAsked && !isStopped) {
        isAsked = false;
        await deliverLetters(platform, () => isStopped);
      }
    } catch (error) {
      logger.error({ err: error }, 'letters could not be delivered');
    } finally {
      // At once with the last look at `isAsked`: whoever asks later begins anew.
      running = undefined;
    }
  };
  const wake = (): void => {
    if (isStopped) return;
    isAsked = true;
    running ??= deliver();
  };
  const timer = setInterval(wake, EVERY_MS);
  timer.unref();
  onLetter(wake);
  wake();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
  };
}
