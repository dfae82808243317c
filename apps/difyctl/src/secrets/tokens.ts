import { WrongShape } from '../files/wrong-shape.ts';

const VERSION = 1;

/** Host → mail address → token. Each reading makes a new one, so whoever read it may change it. */
export type Tokens = Map<string, Map<string, string>>;

/**
 * Reads the parsed `tokens.yml` of this or the original client. A file of another version holds nothing for us.
 *
 * @throws {WrongShape}
 */
export function readTokens(parsed: unknown): Tokens {
  if (!isRecord(parsed)) return new Map();
  if (parsed.version !== undefined && Number(parsed.version) !== VERSION) return new Map();
  const hosts = isRecord(parsed.tokens) ? Object.entries(parsed.tokens) : [];
  return new Map(hosts.map(([host, tokens]) => [host, readHostTokens(host, tokens)]));
}

export function writeTokens(tokens: Tokens): unknown {
  const hosts = [...tokens].map(([host, ofHost]) => [host, Object.fromEntries(ofHost)]);
  return { version: VERSION, tokens: Object.fromEntries(hosts) };
}

/** Takes over every token of `newer`. */
export function overlay(tokens: Tokens, newer: Tokens): Tokens {
  for (const [host, ofHost] of newer) tokens.set(host, new Map([...(tokens.get(host) ?? []), ...ofHost]));
  return tokens;
}

function readHostTokens(host: string, parsed: unknown): Map<string, string> {
  if (!isRecord(parsed)) throw new WrongShape(`tokens.${host} must be a mapping`);
  return new Map(Object.entries(parsed).map(([email, token]) => [email, String(token)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
