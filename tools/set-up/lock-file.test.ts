import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inHouse } from '../house.ts';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
});

// npm leaves out what its registry happens to lack for other platforms, and then `npm ci` refuses the file everywhere.
test('the lock file lists the packages of every platform', () => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(inHouse('package-lock.json'), 'utf8')));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
    ),
  );

  expect(missing).toEqual([]);
});
