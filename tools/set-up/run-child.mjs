import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { HOUSE } from './house.mjs';
import { NODE_24 } from './installation.mjs';

/** A Ctrl-C comes twice, from the terminal and from npm: what follows this quickly is the same wish. */
const SAME_WISH_MS = 300;

/** @type {NodeJS.Signals[]} */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'];

/**
 * Runs a program to its end and resolves to its exit code. It is not in our process group, so that each stop signal
 * reaches it once; Node 24 and the installed commands are first on its PATH.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] stdio is inherited unless named here.
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 * @returns {Promise<number>}
 */
export async function runChild(command, args, options = {}, onStart = () => {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    env: { ...process.env, PATH: pathWithOurs() },
    ...options,
  });
  const stopForwarding = forwardSignals(child);
  onStart(child);
  try {
    return await exitCode(child);
  } finally {
    stopForwarding();
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  let lastAt = Number.NEGATIVE_INFINITY;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // On Windows the console tells every process of Ctrl-C, and kill() would end the child without notice.
    if (process.platform === 'win32' || performance.now() - lastAt < SAME_WISH_MS) return;
    lastAt = performance.now();
    child.kill(signal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, forward);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, forward);
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

function pathWithOurs() {
  return [dirname(NODE_24), join(HOUSE, 'node_modules', '.bin'), process.env.PATH ?? process.env.Path]
    .filter(Boolean)
    .join(delimiter);
}
