import { type SavedSession, sameServer } from '@latchkey/sdk/connect';
import type { ExitCode } from '../exit-codes.ts';
import { run } from '../run.ts';
import type { SessionStore, Shell } from '../shell.ts';

export interface Ended {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A person at a shell, whose answers are given beforehand, and who keeps sessions from one command to the next. */
export class ScriptedShell {
  readonly env: Record<string, string>;
  readonly sessions: SessionStore & { kept: SavedSession[] };

  constructor(env: Record<string, string> = {}) {
    this.env = env;
    this.sessions = memorySessions();
  }

  async run(args: readonly string[], answers?: readonly string[]): Promise<Ended> {
    let [stdout, stderr] = ['', ''];
    const left = [...(answers ?? [])];
    const shell: Shell = {
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      env: this.env,
      isInteractive: answers !== undefined,
      ask: async (question, isHidden) => {
        stderr += `${question}: ${isHidden ? '(hidden)' : ''}\n`;
        return left.shift() ?? '';
      },
      sessions: this.sessions,
    };
    return { code: await run(args, shell), stdout, stderr };
  }
}

function memorySessions(): SessionStore & { kept: SavedSession[] } {
  const store: SessionStore & { kept: SavedSession[] } = {
    kept: [],
    load: async (server) =>
      server === undefined ? store.kept[0] : store.kept.find((session) => sameServer(session.server, server)),
    async save(session) {
      store.kept = [session, ...store.kept.filter((other) => !sameServer(other.server, session.server))];
    },
    async remove(server) {
      store.kept = store.kept.filter((other) => !sameServer(other.server, server));
    },
    exclusively: (work) => work(),
  };
  return store;
}
