import { MemorySessions } from '@latchkey/sdk/testing';
import type { ExitCode } from '../exit-codes.ts';
import { run } from '../run.ts';
import type { Shell } from '../shell.ts';

export interface Ended {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A person at a shell, whose answers are given beforehand, and who keeps sessions from one command to the next. */
export class ScriptedShell {
  readonly env: Record<string, string>;
  readonly sessions = new MemorySessions();

  constructor(env: Record<string, string> = {}) {
    this.env = env;
  }

  /** @param answers what the person types; nobody is there to be asked when it is left out */
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
