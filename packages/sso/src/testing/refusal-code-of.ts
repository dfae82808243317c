import { SsoRefusal } from '@latchkey/core';

/** The code by which work was refused; an identity that was granted, or another failure, is said in words. */
export async function refusalCodeOf(work: Promise<unknown>): Promise<string> {
  try {
    return `granted: ${JSON.stringify(await work)}`;
  } catch (error) {
    return error instanceof SsoRefusal ? error.code : `failed: ${String(error)}`;
  }
}
