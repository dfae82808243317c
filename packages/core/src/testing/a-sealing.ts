import type { Id } from '@latchkey/contract/vocabulary';
import type { Sealing } from '../kernel/secrets.ts';

const SEAL = 'sealed: ';

/** Seals so that a test can tell: nobody finds in the result what went in. */
export function aSealing(): Sealing {
  return {
    newId: <I extends Id<string>>() => crypto.randomUUID() as string as I,
    seal: (text) => SEAL + [...text].reverse().join(''),
    open: (sealed) => {
      if (!sealed.startsWith(SEAL)) throw new Error('This was never sealed.');
      return [...sealed.slice(SEAL.length)].reverse().join('');
    },
  };
}
