// npm run build: makes everything that is built. With --stale, only what its sources have outgrown.
import { BUILDS, type Build } from './build/build.ts';
import { hash, isFresh, markFresh } from './build/freshness.ts';

const wanted = process.argv.includes('--stale') ? BUILDS.filter((build) => !isFresh(build)) : BUILDS;
await Promise.all(wanted.map(makeAndTell));

async function makeAndTell(build: Build): Promise<void> {
  const startedAt = performance.now();
  const madeFrom = hash(build.sources);
  await build.make();
  markFresh(build, madeFrom);
  console.error(`Built the ${build.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}
