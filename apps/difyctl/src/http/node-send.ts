import type { Send } from '@latchkey/sdk';
import type { SendPolicy, Shell } from '../shell.ts';
import { exchange } from './exchange.ts';
import { userAgent } from './user-agent.ts';
import { withCatalog } from './with-catalog.ts';
import { withRetries } from './with-retries.ts';
import { withTrace } from './with-trace.ts';
import { withTrust } from './with-trust.ts';

type Place = Pick<Shell, 'env' | 'machine' | 'err' | 'clock' | 'verbose'>;

/** The way to servers: node's own HTTP, with our headers, retries and, under `-v`, a trace. */
export function nodeSend(place: Place, { retries, timeoutSeconds, insecure = false }: SendPolicy): Send {
  const { env } = place;
  const own = { 'user-agent': userAgent(place.machine), accept: '*/*' };
  const trusted = withTrust(
    (request, trust) => exchange(request, { env, timeoutSeconds, trust }),
    { insecure, authorities: async () => (await import('./authorities.ts')).allAuthorities(env) },
    place,
  );
  const once: Send = (request) => trusted({ ...request, headers: { ...own, ...request.headers } });
  return withRetries(withCatalog(place.verbose ? withTrace(once, place) : once), {
    retries,
    clock: place.clock,
    random: Math.random,
  });
}
