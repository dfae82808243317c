import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** As whom a program is started. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Somebody other than root, for programs that refuse to run as root; `undefined` when we are not root. */
export function unprivileged(): Owner | undefined {
  return userInfo().uid === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}
