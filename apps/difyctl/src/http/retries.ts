import type { IntegerFlag } from '../command-line/flag.ts';
import { Failure } from '../failure.ts';

const DEFAULT = 3;

/** The flag of every command that asks a server and may ask again. */
export const HTTP_RETRY_FLAG = {
  type: 'integer',
  value: 'n',
  description: 'Further attempts when the server does not answer (DIFYCTL_HTTP_RETRY, else 3)',
} as const satisfies IntegerFlag;

/** How often to try again: the flag, then DIFYCTL_HTTP_RETRY, then three times. */
export function chooseRetries(flag: number | undefined, env: (name: string) => string | undefined): number {
  const set = env('DIFYCTL_HTTP_RETRY');
  if (flag !== undefined || set === undefined) return flag ?? DEFAULT;
  if (!/^-?\d{1,9}$/.test(set)) {
    throw new Failure('usage_invalid_flag', `DIFYCTL_HTTP_RETRY: "${set}" is not a non-negative integer`);
  }
  if (Number(set) < 0) throw new Failure('usage_invalid_flag', `DIFYCTL_HTTP_RETRY: ${set} is negative`);
  return Number(set);
}
