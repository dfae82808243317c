import type { OpenRequest } from '@latchkey/core';

/** A request through the gate that is still being answered. */
export interface Exchange extends OpenRequest {
  /** Cuts it off. */
  end: () => void;
  /** Lasts until somebody ends it: a socket, or a stream of events. */
  isEndless: boolean;
}

export interface OpenExchanges {
  /** Returns what is to be called when it is over. */
  add(exchange: Exchange): () => void;
  /** Cuts off what would never end by itself. */
  endEndless(): void;
  stop(): void;
}

/** Twice this and one decision: well within the second in which a change must be felt. */
const EVERY_MS = 300;
/** A store that does not answer for so long leaves nobody who knows whether they may. */
const LONGEST_ANSWER_MS = 3000;

/** Asks again and again about everything that is open whether it may stay so, all of it at once. */
export function openExchanges(
  judge: (open: readonly OpenRequest[]) => Promise<readonly boolean[]>,
  onError: (error: unknown) => void,
): OpenExchanges {
  const open = new Map<Exchange, number>();
  let askedAt: number | undefined;
  const timer = setInterval(() => {
    const now = performance.now();
    const due = [...open].filter(([, since]) => now - since >= EVERY_MS).map(([exchange]) => exchange);
    if (askedAt === undefined) void ask(due, now);
    else if (now - askedAt >= LONGEST_ANSWER_MS) close(due, new Error('the store does not say who may stay'));
  }, EVERY_MS);
  timer.unref();
  return {
    add(exchange) {
      open.set(exchange, performance.now());
      return () => open.delete(exchange);
    },
    endEndless() {
      for (const [exchange] of open) if (exchange.isEndless) exchange.end();
    },
    stop: () => clearInterval(timer),
  };

  async function ask(due: readonly Exchange[], now: number): Promise<void> {
    if (due.length === 0) return;
    askedAt = now;
    try {
      const areAllowed = await judge(due);
      for (const [index, exchange] of due.entries()) if (areAllowed[index] !== true) exchange.end();
    } catch (error) {
      close(due, error);
    } finally {
      askedAt = undefined;
    }
  }

  /** Nobody knows any more whether they may: closed. */
  function close(due: readonly Exchange[], error: unknown): void {
    onError(error);
    for (const exchange of due) exchange.end();
  }
}
