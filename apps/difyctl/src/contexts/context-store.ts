import type { Hosts } from './hosts.ts';

/** Keeps the contexts. */
export interface ContextStore {
  /** Takes no lock and needs no right to write; sees the state before or after a concurrent change, never between. */
  read(): Promise<Hosts>;
  /** Lets `change` alter the newest contexts and keeps them. Waits for concurrent changes, so that none is lost. */
  update<Result>(change: (hosts: Hosts) => Result): Promise<Result>;
}
