import { writeSync } from 'node:fs';
import { hasCode } from '../files/has-code.ts';
import type { Output } from '../shell.ts';

const PAUSE_WHEN_FULL_MS = 2;

/** Standard output or error, written at once: node's own stream takes as long to load as a small command to run. */
export function nodeOutput(descriptor: 1 | 2): Output {
  return {
    get isTerminal() {
      return stream(descriptor).isTTY === true;
    },
    write(text) {
      // A Windows console takes its own encoding, which only node's stream knows.
      if (process.platform === 'win32') stream(descriptor).write(text);
      else writeAll(descriptor, Buffer.from(text));
    },
  };
}

function stream(descriptor: 1 | 2): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}

function writeAll(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if (!hasCode(error, 'EAGAIN')) throw error;
      // The reader of the pipe is behind.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_WHEN_FULL_MS);
    }
  }
}
