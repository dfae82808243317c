import { NEWEST_DIFY, OLDEST_DIFY } from '../http/user-agent.ts';

export interface Verdict {
  readonly status: 'compatible' | 'unsupported' | 'unknown';
  readonly detail: string;
}

/** Whether a server's version is one that difyctl is tested with. */
export function judgeServer(version: string | undefined): Verdict {
  if (version === undefined || version === '') return { status: 'unknown', detail: 'server version unknown' };
  const numbers = readVersion(version);
  if (numbers === undefined) return { status: 'unknown', detail: `server version "${version}" is not valid semver` };
  const range = `[${OLDEST_DIFY}, ${NEWEST_DIFY}]`;
  const isInside = compare(OLDEST_DIFY, numbers) <= 0 && compare(NEWEST_DIFY, numbers) >= 0;
  return isInside
    ? { status: 'compatible', detail: `server ${version} in ${range}` }
    : { status: 'unsupported', detail: `server ${version} outside ${range}` };
}

/** Major, minor and patch; a pre-release counts as its release. */
function readVersion(version: string): readonly number[] | undefined {
  const found = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+][\w.+-]+)?$/.exec(version);
  return found?.slice(1).map(Number);
}

function compare(bound: string, numbers: readonly number[]): number {
  const differences = bound.split('.').map((part, index) => Number(part) - (numbers[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
