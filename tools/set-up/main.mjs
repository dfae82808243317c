import { SetUpError } from './set-up-error.mjs';

/**
 * Runs a program whose result is its exit code; a `SetUpError` is told in its own words only.
 *
 * @param {() => Promise<number>} program
 */
export async function main(program) {
  try {
    process.exitCode = await program();
  } catch (error) {
    console.error(error instanceof SetUpError ? error.message : error);
    process.exitCode = 1;
  }
}
