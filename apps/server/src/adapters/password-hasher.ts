import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { DomainError, type PasswordHasher } from '@latchkey/core';

/** OWASP's first choice for argon2id; `algorithm: 2` is argon2id. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';
/** A hash that no password has: what an unknown account's password is compared with. */
const NOBODY = `${CURRENT}QYm/Mk5P/Q7NCqecJmD7XQ$RISmkdb9vjI3J3epBjmhlgn2Ayc60fKom8CEdcWKcnA`;
/** More waiting than this and the server is being flooded; about five seconds of work. */
const QUEUE_LENGTH = 500;

/** argon2id off the event loop, as many at once as there are cores; also verifies the hashes of imported Dify accounts. */
export function argon2PasswordHasher(): PasswordHasher {
  const slots = boundedSlots(availableParallelism(), QUEUE_LENGTH);
  const argon2 = lazily(() => import('@node-rs/argon2'));
  return {
    hash: (password) => slots(async () => (await argon2()).hash(password.normalize('NFC'), PARAMETERS)),
    verify: (password, stored = NOBODY) =>
      slots(async () => {
        const { verify } = await argon2();
        const normalized = password.normalize('NFC');
        if (!stored.startsWith('$pbkdf2-sha256$')) return (await verify(stored, normalized)) && stored !== NOBODY;
        // Beside the quicker PBKDF2 an argon2 check runs, so that an imported account answers no sooner than others.
        const [known] = await Promise.all([verifyPbkdf2(password, stored), verify(NOBODY, normalized)]);
        return known;
      }),
    needsRehash: (stored) => !stored.startsWith(CURRENT),
  };
}

/** `$pbkdf2-sha256$<rounds>$<salt, base64>$<base64 of the hex of the key>`: Dify's two columns in one. */
async function verifyPbkdf2(password: string, stored: string): Promise<boolean> {
  const [, , rounds = '', salt = '', key = ''] = stored.split('$');
  const expected = Buffer.from(Buffer.from(key, 'base64').toString('latin1'), 'hex');
  const actual = await promisify(pbkdf2)(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Runs at most `width` at once and lets `length` wait; refuses beyond. */
function boundedSlots(width: number, length: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= width) {
      if (waiting.length >= length) throw new DomainError('unavailable', { retryAfterSeconds: 5 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The slot passes to the next in line; only an idle one is given back.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
