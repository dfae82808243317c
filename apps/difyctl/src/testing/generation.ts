import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What Dify's releases answer differently, as the contract tells it. */
export interface Generation {
  /** 1.14 answers a dead token with 500, as if it had broken down. */
  readonly deadBearer: 401 | 500;
  readonly edition: string;
  /** Clients below are refused with 426, by the number in their user agent. */
  readonly oldestClient: string | undefined;
  /** The name of the catalog of operations, which rides on every answer. */
  readonly catalog: string | undefined;
  /** Whether approvals need proof that the page itself sent them. */
  readonly wantsCsrf: boolean;
}

export const CATALOG = '{"ops":{}}';

export function generationOf(version: string): Generation {
  if (version.startsWith('1.14')) {
    return {
      deadBearer: 500,
      edition: 'SELF_HOSTED',
      oldestClient: undefined,
      catalog: undefined,
      wantsCsrf: false,
    };
  }
  const gated = { deadBearer: 401, oldestClient: '0.2.0' } as const;
  if (/^1\.1[56]/.test(version)) return { ...gated, edition: 'SELF_HOSTED', catalog: undefined, wantsCsrf: false };
  const catalog = createHash('sha256').update(CATALOG).digest('hex');
  return { ...gated, edition: 'COMMUNITY', catalog, wantsCsrf: true };
}

/** Whether a server refuses the client that a user agent names; whoever names none is let in. */
export function isTooOld({ oldestClient }: Generation, headers: IncomingHttpHeaders): boolean {
  const found = /^difyctl\/(\d+)\.(\d+)\.(\d+)/.exec(headers['user-agent'] ?? '');
  if (found === null || oldestClient === undefined) return false;
  const oldest = oldestClient.split('.').map(Number);
  const difference = found.slice(1).map((part, index) => Number(part) - (oldest[index] ?? 0));
  return (difference.find((it) => it !== 0) ?? 0) < 0;
}
