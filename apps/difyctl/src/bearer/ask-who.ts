import type { Client } from '@latchkey/sdk';
import { readSubject, type Subject } from '../sign-in/read-answers.ts';

/** Asks the server who a token belongs to, which also shows that it still counts. */
export async function askWho(client: Client): Promise<Subject> {
  return readSubject(await client.call('GET /openapi/v1/account', {}));
}
