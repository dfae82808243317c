import { canonicalServer, type SavedSession, type SessionStore } from '../connect/index.ts';

/** Sessions that several programs of one test share; the one kept last comes first. */
export class MemorySessions implements SessionStore {
  kept: readonly SavedSession[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  async load(server?: string): Promise<SavedSession | undefined> {
    return server === undefined ? this.kept[0] : this.kept.find((session) => isOf(session, server));
  }

  update(
    server: string,
    change: (kept: SavedSession | undefined) => Promise<SavedSession | undefined>,
  ): Promise<SavedSession | undefined> {
    const work = this.#turn.then(async () => {
      const changed = await change(await this.load(server));
      const others = this.kept.filter((session) => !isOf(session, server));
      this.kept = changed === undefined ? others : [changed, ...others];
      return changed;
    });
    this.#turn = work.catch(() => {});
    return work;
  }
}

function isOf(session: SavedSession, server: string): boolean {
  return canonicalServer(session.server) === canonicalServer(server);
}
