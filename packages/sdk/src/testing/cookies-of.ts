import type { IncomingMessage } from 'node:http';

/** The cookies of a request; of two of one name the first. */
export function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split('; ').filter((pair) => pair.includes('='));
  return new Map(pairs.reverse().map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
