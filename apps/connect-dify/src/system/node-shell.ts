import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Shell } from '../shell.ts';
import { fileSessions } from './file-sessions.ts';
import { sessionsFolder } from './sessions-folder.ts';

/** The machine this runs on. */
export function nodeShell(): Shell {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    ask,
    sessions: fileSessions(sessionsFolder(process.env, process.platform)),
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
    lines.question('', (answer) => {
      lines.close();
      if (isHidden) process.stderr.write('\n');
      resolve(answer);
    });
  });
}
