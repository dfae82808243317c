/** A request through the gate that is still being answered. */
export interface Exchange {
  /** Same for those that one decision is about. */
  readonly key: string;
  readonly isStillAllowed: () => Promise<boolean>;
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

/** Asks again and again whether what is open may stay open, with one decision for all of one visitor's. */
export function openExchanges(onError: (error: unknown) => void): OpenExchanges {
  const open = new Map<Exchange, number>();
  const asking = new Set<string>();
  const timer = setInterval(() => {
    const now = performance.now();
    const due = [...open].filter(([, since]) => now - since >= EVERY_MS).map(([exchange]) => exchange);
    for (const [key, exchanges] of Map.groupBy(due, (exchange) => exchange.key)) {
      // A store that is slow is not asked the same again before it has answered.
      if (asking.has(key)) continue;
      asking.add(key);
      void judge(exchanges).finally(() => asking.delete(key));
    }
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

  async function judge(exchanges: readonly Exchange[]): Promise<void> {
    try {
      if (await exchanges[0]?.isStillAllowed()) return;
    } catch (error) {
      // Nobody knows any more whether they may: closed.
      onError(error);
    }
    for (const exchange of exchanges) exchange.end();
  }
}
