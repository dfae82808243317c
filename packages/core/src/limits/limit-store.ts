import type { LimitRule } from './limit-rules.ts';

/** How often something happened in the window that is open now. */
export interface LimitCount {
  readonly count: number;
  readonly resetsAt: Date;
}

export interface LimitStore {
  /**
   * Counts one event and returns the count with it; a window opens with its first event. However many run at once, no
   * two get the same count.
   */
  hit(key: string, rule: LimitRule, now: Date): Promise<LimitCount>;
  /** Takes one counted event back; never below zero. */
  refund(key: string): Promise<void>;
  clear(key: string): Promise<void>;
  /** Forgets every count whose key begins so. */
  clearAll(prefix: string): Promise<void>;
  /** The open windows whose key begins so, by what follows in the key. */
  list(prefix: string, now: Date): Promise<ReadonlyMap<string, LimitCount>>;
}
