import { execFile } from 'node:child_process';
import { inHouse } from '../house.ts';
import { StepFailed } from './step.ts';

/**
 * Runs an installed JavaScript command under this Node, in the repository's folder and without input.
 *
 * @throws StepFailed with what it printed when it does not succeed.
 */
export function command(script: string, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd: inHouse(), maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' } as const;
    const child = execFile(process.execPath, [inHouse(script), ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new StepFailed(`${stdout}${stderr}`.trim() || error.message));
    });
    child.stdin?.end();
  });
}
