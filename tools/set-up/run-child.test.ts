import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { expect, test } from 'vitest';
import { inHouse } from '../house.ts';

const RUN_CHILD = JSON.stringify(inHouse('tools/set-up/run-child.mjs'));
const END_WITH_PARENT = inHouse('tools/set-up/end-with-parent.mjs');

/** Says when it is ready and which signals it gets; ends 200 ms after the first, with code 7. */
const SERVER = `
  const end = (signal) => {
    console.log(signal);
    setTimeout(() => process.exit(7), 200);
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  setInterval(() => {}, 1000);
  console.log('ready');`;

test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the program, and its exit code comes back', async (signal) => {
  const starter = start(['--eval', SERVER]);
  await starter.line('ready');

  starter.process.kill(signal);

  expect(await starter.end).toEqual([7, null]);
  expect(starter.lines).toEqual(['ready', signal]);
});

test('a Ctrl-C that the terminal and npm both pass on reaches the program once', async () => {
  const starter = start(['--eval', SERVER]);
  await starter.line('ready');

  // The terminal tells everyone in the starter's process group; npm tells the starter again.
  process.kill(-Number(starter.process.pid), 'SIGINT');
  await starter.line('SIGINT');
  starter.process.kill('SIGINT');

  expect(await starter.end).toEqual([7, null]);
  expect(starter.lines).toEqual(['ready', 'SIGINT']);
});

test('a program that was killed comes back as the shell says it', async () => {
  const starter = start(['--eval', 'process.kill(process.pid, "SIGKILL")']);

  expect(await starter.end).toEqual([137, null]);
});

test('the server ends when its starter is killed', async () => {
  const starter = start(['--import', END_WITH_PARENT, '--eval', SERVER], ['inherit', 'inherit', 'inherit', 'ipc']);
  await starter.line('ready');

  starter.process.kill('SIGKILL');
  await starter.closed;

  expect(starter.lines).toEqual(['ready', 'SIGTERM']);
});

/** Runs a Node that does nothing but run another with `args` by `runChild`; what the other prints is collected. */
function start(args: readonly string[], stdio: unknown = 'inherit') {
  const program = `
    import { runChild } from ${RUN_CHILD};
    const options = { stdio: ${JSON.stringify(stdio)} };
    process.exitCode = await runChild(process.execPath, ${JSON.stringify(args)}, options);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  return { process: child, end: once(child, 'exit'), ...linesOf(child) };
}

function linesOf({ stdout }: ChildProcess) {
  if (stdout === null) throw new Error('nothing to read from');
  const lines: string[] = [];
  const reader = createInterface({ input: stdout });
  const closed = once(reader, 'close');
  reader.on('line', (line) => lines.push(line));
  const line = async (wanted: string): Promise<void> => {
    while (!lines.includes(wanted)) await once(reader, 'line');
  };
  return { lines, line, closed };
}
