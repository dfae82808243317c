import { WrongShape } from '../files/wrong-shape.ts';
import { type YamlFile, yamlFile } from '../files/yaml-file.ts';
import type { Clock } from '../shell.ts';
import type { SecretStore } from './secret-store.ts';

const VERSION = 1;

/** Host → mail address → token. */
type Tokens = Map<string, Map<string, string>>;

/** Tokens in `tokens.yml`, which only its owner may read: for machines without a credential store. */
export function fileSecrets(path: string, clock: Clock): SecretStore {
  const file: YamlFile<Tokens> = yamlFile({ path, clock, read: readTokens, write: writeTokens, isSecret: true });
  return {
    async read(host, email) {
      return (await file.load()).get(host)?.get(email);
    },
    write: (host, email, token) =>
      file.change((tokens) => {
        tokens.set(host, new Map(tokens.get(host)).set(email, token));
      }),
    remove: (host, email) =>
      file.change((tokens) => {
        const left = tokens.get(host);
        left?.delete(email);
        if (left?.size === 0) tokens.delete(host);
      }),
  };
}

/** A file of another version holds nothing for us. */
function readTokens(parsed: unknown): Tokens {
  if (!isRecord(parsed)) return new Map();
  if (parsed.version !== undefined && Number(parsed.version) !== VERSION) return new Map();
  const hosts = isRecord(parsed.tokens) ? Object.entries(parsed.tokens) : [];
  return new Map(hosts.map(([host, tokens]) => [host, readHostTokens(host, tokens)]));
}

function readHostTokens(host: string, parsed: unknown): Map<string, string> {
  if (!isRecord(parsed)) throw new WrongShape(`tokens.${host} must be a mapping`);
  return new Map(Object.entries(parsed).map(([email, token]) => [email, String(token)]));
}

function writeTokens(tokens: Tokens): unknown {
  const hosts = [...tokens].map(([host, ofHost]) => [host, Object.fromEntries(ofHost)]);
  return { version: VERSION, tokens: Object.fromEntries(hosts) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
