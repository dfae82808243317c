import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { inHouse } from '../house.ts';
import { runChild } from '../set-up/run-child.mjs';

/** How many tests there were. A test file that could not be loaded counts as one that failed. */
export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were neither: skipped, or left to do. */
  readonly passedOver: number;
}

/** Runs vitest with its own output shown, and counts. */
export async function runVitest(args: readonly string[]): Promise<TestCount> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  const report = join(folder, 'report.json');
  try {
    const vitest = inHouse('node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await runChild(process.execPath, [vitest, 'run', ...reporters, ...args], {
      cwd: inHouse(),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return count(report, code === 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

function count(file: string, succeeded: boolean): TestCount {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1, passedOver: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    // An error outside of every test still fails the run.
    failed: failed === 0 && !succeeded ? 1 : failed,
    passedOver: report.numPendingTests + report.numTodoTests,
  };
}

function read(file: string): z.output<typeof reportSchema> | undefined {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
