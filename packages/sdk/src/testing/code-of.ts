import { ConnectError } from '../connect/index.ts';

/** The code that work was refused with, or `none`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof ConnectError) return error.code;
    throw error;
  }
}
