import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inHouse } from '../house.ts';
import type { Build } from './build.ts';

/** Whether the last thing made was made from what lies there now. */
export function isFresh(build: Build): boolean {
  const stamp = stampOf(build);
  return existsSync(inHouse(build.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash(build.sources);
}

/** Notes from what a build was made; call it with the hash taken before the build began. */
export function markFresh(build: Build, madeFrom: string): void {
  mkdirSync(dirname(stampOf(build)), { recursive: true });
  writeFileSync(stampOf(build), madeFrom);
}

/** One hash over the names and contents of source files; tests and build results are none. */
export function hash(sources: readonly string[]): string {
  const digest = createHash('sha256');
  for (const source of sources) {
    for (const file of filesIn(inHouse(source))) digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

const NO_SOURCE = /^(node_modules|dist)$|\.test\.tsx?$/;

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !NO_SOURCE.test(name));
  return names.sort().flatMap((name) => filesIn(join(path, name)));
}

function stampOf(build: Build): string {
  return inHouse('node_modules', '.cache', 'latchkey', build.name.replaceAll(' ', '-'));
}
