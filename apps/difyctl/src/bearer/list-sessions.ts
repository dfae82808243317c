import type { EndpointOutput, OpenApi } from '@latchkey/contract';
import type { Client } from '@latchkey/sdk';
import { Failure } from '../failure.ts';

const PAGE_SIZE = 200;
const MOST_PAGES = 100;

/** One of the account's terminals. */
export type Session = EndpointOutput<OpenApi['listBearerSessions']>['data'][number];

/** Every live session of the account, newest first. */
export async function listSessions(client: Client): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await client.call('GET /openapi/v1/account/sessions', { query: { page, limit: PAGE_SIZE } });
    sessions.push(...requireSessions(answer.data));
    if (!answer.has_more) break;
  }
  return sessions;
}

/** Other servers may answer anything. */
export function requireSessions(data: readonly Session[] | undefined): readonly Session[] {
  if (Array.isArray(data)) return data;
  throw new Failure('unknown', 'the server’s answer lists no sessions');
}
