import type { Language } from '@latchkey/contract/vocabulary';
import { client } from '../../session/client.ts';

/** Sends the owner a code; the token that goes with it. */
export async function sendOwnerCode(language: Language): Promise<string> {
  const route = 'POST /console/api/workspaces/current/members/send-owner-transfer-confirm-email';
  return (await client.call(route, { body: { language } })).data;
}
