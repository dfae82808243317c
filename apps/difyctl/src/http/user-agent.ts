import type { Machine } from '../shell.ts';

/**
 * The newest Dify release whose wire is spoken here. Servers from 1.16 on refuse clients by the number in the user agent
 * (HTTP 426), so that number is this one and not our own release.
 */
export const NEWEST_DIFY = '1.17.1';
export const OLDEST_DIFY = '1.14.0';

export function userAgent({ platform, arch }: Machine): string {
  return `difyctl/${NEWEST_DIFY} (${platform}; ${arch}; stable)`;
}
