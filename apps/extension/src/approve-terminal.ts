import type { ServerAddress } from './server-address.ts';

/** As terminals show codes, of the letters and figures that these are made of; prose does not look like one. */
const USER_CODE = /(?<![\w-])[A-HJ-NP-Y3-9]{4}-[A-HJ-NP-Y3-9]{4}(?![\w-])/;

/**
 * Where a terminal is approved: the server's own page, which shows what asks and wants a second look. Approving here
 * would take that page away. A selected code goes along.
 */
export function approvalPage(server: ServerAddress, selected: string | undefined): string {
  const code = USER_CODE.exec(selected ?? '')?.[0];
  return `${server}/device${code === undefined ? '' : `?user_code=${code}`}`;
}
