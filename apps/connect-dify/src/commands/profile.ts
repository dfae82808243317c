import { keptSession } from '../kept-session.ts';
import { printFacts } from '../print.ts';
import type { Invocation } from '../shell.ts';

/** Shows who is signed in, as the server knows them now. */
export async function profileCommand(invocation: Invocation): Promise<void> {
  const session = await keptSession(invocation);
  printFacts(invocation, { ...(await session.profile()) });
}
