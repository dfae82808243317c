import type { SavedSession } from './saved-session.ts';

/** Where sessions are kept between two runs, and shared by programs that run at once: one session for each server. */
export interface SessionStore {
  /** The session of a server; without one, the session that was kept last. */
  load(server?: string): Promise<SavedSession | undefined>;
  /**
   * Replaces the session of a server by what `change` makes of it; `undefined` removes it. Of all programs on the store
   * one at a time changes a server's session, so that of many renewals at once only one is asked for.
   */
  update(
    server: string,
    change: (kept: SavedSession | undefined) => Promise<SavedSession | undefined>,
  ): Promise<SavedSession | undefined>;
}
