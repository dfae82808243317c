import type { Send } from '@latchkey/sdk';
import type { SendPolicy, Shell } from '../shell.ts';
import { exchange } from './exchange.ts';
import { userAgent } from './user-agent.ts';
import { withRetries } from './with-retries.ts';
import { withTrace } from './with-trace.ts';

type Place = Pick<Shell, 'env' | 'machine' | 'err' | 'clock' | 'verbose'>;

/** The way to servers: node's own HTTP, with our headers, retries and, under `-v`, a trace. */
export function nodeSend(place: Place, { retries, timeoutSeconds }: SendPolicy): Send {
  const own = { 'user-agent': userAgent(place.machine), accept: '*/*' };
  const once: Send = (request) =>
    exchange({ ...request, headers: { ...own, ...request.headers } }, { env: place.env, timeoutSeconds });
  return withRetries(place.verbose ? withTrace(once, place) : once, {
    retries,
    clock: place.clock,
    random: Math.random,
  });
}
