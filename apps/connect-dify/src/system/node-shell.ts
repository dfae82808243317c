import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { machineSessions } from '@latchkey/sdk/node';
import type { Shell } from '../shell.ts';

/** The machine this runs on. */
export function nodeShell(): Shell {
  const { env, stdin, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    isInteractive: stdin.isTTY === true && stderr.isTTY === true,
    ask,
    sessions: machineSessions(),
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
