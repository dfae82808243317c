import { availableParallelism } from 'node:os';
import { verify } from '@node-rs/argon2';

/** What argon2id alone allows: as many at once as there are cores, for a while; prints how many a second. */
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$QYm/Mk5P/Q7NCqecJmD7XQ$RISmkdb9vjI3J3epBjmhlgn2Ayc60fKom8CEdcWKcnA';
const end = performance.now() + Number(process.argv[2]) * 1000;
const start = performance.now();
let count = 0;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    while (performance.now() < end) {
      await verify(HASH, 'correct horse 1');
      count += 1;
    }
  }),
);
console.log((count / (performance.now() - start)) * 1000);
