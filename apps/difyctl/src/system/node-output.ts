import { fstatSync, writeSync } from 'node:fs';
import { hasCode } from '../files/has-code.ts';
import { type Output, ReaderGone } from '../shell.ts';

const PAUSE_WHEN_FULL_MS = 2;

/** Standard output or error, written at once: node's own stream takes as long to load as a small command to run. */
export function nodeOutput(descriptor: 1 | 2): Output {
  return {
    get isTerminal() {
      // Only a device can be one; for a pipe, asking node would load its networking.
      return fstatSync(descriptor).isCharacterDevice() && stream(descriptor).isTTY === true;
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
      if (hasCode(error, 'EAGAIN')) waitForReader();
      else if (!hasCode(error, 'EPIPE')) throw error;
      else if (descriptor === 1) throw new ReaderGone();
      else return; // Errors that nobody reads change nothing about the exit code.
    }
  }
}

/** Of a pipe that is full. */
function waitForReader(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_WHEN_FULL_MS);
}
