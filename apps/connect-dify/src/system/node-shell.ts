import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Shell } from '../shell.ts';
import { fileSessions } from './file-sessions.ts';
import { sealingKey } from './sealing-key.ts';
import { sessionsFolder } from './sessions-folder.ts';
import { openSystemEntry } from './system-entry.ts';

/** The machine this runs on. `CONNECT_DIFY_NO_KEYRING=1` leaves its credential store out. */
export function nodeShell(): Shell {
  const { env, platform, stdin, stdout, stderr } = process;
  const folder = sessionsFolder(env, platform);
  const openEntry = env.CONNECT_DIFY_NO_KEYRING === '1' ? undefined : openSystemEntry;
  let key: ReturnType<typeof sealingKey> | undefined;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    isInteractive: stdin.isTTY === true && stderr.isTTY === true,
    ask,
    sessions: fileSessions(folder, () => {
      key ??= sealingKey(folder, openEntry);
      return key;
    }),
  };
}

function ask(question: string, isHidden: boolean): Promise<string> {
  // What is typed is echoed by readline; a hidden answer goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: isHidden ? nowhere : process.stderr, terminal: true });
  // The terminal shows nothing of what is typed by now.
  process.stderr.write(`${question}: `);
  return new Promise((resolve) => {
    lines.on('SIGINT', () => {
      process.stderr.write('\n');
      process.exit(130);
    });
    // Also at the end of input, which is no answer.
    lines.on('close', () => {
      if (isHidden) process.stderr.write('\n');
      resolve('');
    });
    lines.question('', (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
