import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import type { LimitName } from '@latchkey/contract/vocabulary';
import {
  asciiDomain,
  DEFAULT_BEARER_TTL_DAYS,
  DEFAULT_LIMIT_RULES,
  type LimitRule,
  type LimitRules,
} from '@latchkey/core';
import { parseMailFrom } from './parse-mail-from.ts';
import { parseSmtpUrl } from './parse-smtp-url.ts';

/** One setting: how it is named in the environment and on the command line, and what it means. */
interface SettingDefinition<T> {
  readonly env: `LATCHKEY_${string}`;
  readonly flag?: `--${string}`;
  /** As it would be written; empty when there is none. */
  readonly default: string;
  readonly description: string;
  /** @throws Error whose message completes "NAME …". */
  readonly parse: (text: string) => T;
}

const define = <T>(definition: SettingDefinition<T>): SettingDefinition<T> => definition;

const definitions = {
  port: define({
    env: 'LATCHKEY_PORT',
    flag: '--port',
    default: '5600',
    description: 'The port to listen on; `0` picks a free one and prints it.',
    parse: (text) => parseInteger(text, 0, 65_535),
  }),
  host: define({
    env: 'LATCHKEY_HOST',
    flag: '--host',
    default: '127.0.0.1',
    description: 'The address to listen on; `0.0.0.0` or `::` for every network.',
    parse: parseText,
  }),
  dataDir: define({
    env: 'LATCHKEY_DATA_DIR',
    flag: '--data-dir',
    default: './data',
    description: 'The folder of the embedded database and of the instance’s key.',
    parse: parseText,
  }),
  publicUrl: define({
    env: 'LATCHKEY_PUBLIC_URL',
    flag: '--public-url',
    default: '',
    description:
      'The address people use, such as `https://id.example.com`; what links are made of. Without it links follow the request.',
    parse: parseOrigin,
  }),
  databaseUrl: define({
    env: 'LATCHKEY_DATABASE_URL',
    default: '',
    description:
      'A PostgreSQL server, `postgres://user:password@host/database`; without it the embedded database is used.',
    parse: parseDatabaseUrl,
  }),
  databasePoolSize: define({
    env: 'LATCHKEY_DATABASE_POOL_SIZE',
    default: '10',
    description: 'The most connections to PostgreSQL that one replica opens.',
    parse: (text) => parseInteger(text, 1, 500),
  }),
  trustedProxies: define({
    env: 'LATCHKEY_TRUSTED_PROXIES',
    default: '',
    description:
      'Proxies whose `X-Forwarded-*` headers count: addresses and CIDR ranges, comma separated, or `loopback`.',
    parse: parseProxies,
  }),
  initPassword: define({
    env: 'LATCHKEY_INIT_PASSWORD',
    default: '',
    description:
      'The set-up secret, at most 30 characters. Without it one is made from the instance’s key and printed at start.',
    parse: parseInitPassword,
  }),
  secretKey: define({
    env: 'LATCHKEY_SECRET_KEY',
    default: '',
    description:
      'The instance’s key, at least 32 characters: signs sessions. Without it one is made and kept in the data folder; replicas must share one.',
    parse: parseSecretKey,
  }),
  smtpUrl: define({
    env: 'LATCHKEY_SMTP_URL',
    default: '',
    description:
      'The mail server, `smtp://user:password@host:587?tls=required` (or `opportunistic`, or `none`) or `smtps://…`, with `&name=` for the name this server gives itself. Without it an administrator sets it on the page Mail, and until then letters wait in the outbox.',
    parse: parseSmtpUrl,
  }),
  mailFrom: define({
    env: 'LATCHKEY_MAIL_FROM',
    default: '',
    description: 'From whom letters are, together with `LATCHKEY_SMTP_URL`: `Name <address>` or an address.',
    parse: parseMailFrom,
  }),
  bearerTtlDays: define({
    env: 'LATCHKEY_BEARER_TTL_DAYS',
    default: String(DEFAULT_BEARER_TTL_DAYS),
    description: 'How long a terminal stays signed in, 1 to 365 days.',
    parse: (text) => parseInteger(text, 1, 365),
  }),
  deviceClientIds: define({
    env: 'LATCHKEY_DEVICE_CLIENT_IDS',
    default: 'difyctl',
    description: 'Clients that may ask for device codes, comma separated.',
    parse: parseNames,
  }),
  limits: define({
    env: 'LATCHKEY_LIMITS',
    default: '',
    description: `Limits other than the usual ones, as \`name=events/seconds\` or \`name=off\`, comma separated. Names: ${Object.entries(
      DEFAULT_LIMIT_RULES,
    )
      .map(([name, { max, windowSeconds }]) => `\`${name}\` (${max}/${windowSeconds})`)
      .join(', ')}.`,
    parse: parseLimits,
  }),
  corsOrigins: define({
    env: 'LATCHKEY_CORS_ORIGINS',
    default: '',
    description: 'Origins whose pages may call the APIs with credentials, comma separated; none unless set.',
    parse: (text) => parseList(text).map(parseOrigin),
  }),
  appsDomain: define({
    env: 'LATCHKEY_APPS_DOMAIN',
    default: '',
    description:
      'The domain of WebApps, such as `apps.example.com`: each is served under `CODE.apps.example.com` by the built-in proxy. With `:port` where that is not the port of the public address.',
    parse: parseAppsDomain,
  }),
  appsByPath: define({
    env: 'LATCHKEY_APPS_BY_PATH',
    default: 'auto',
    description:
      'Whether WebApps are served under `/apps/CODE/` of this server: `on`, `off`, or `auto`, which is only while nobody outside of this machine can reach it. Such an app shares the origin of the pages: its scripts can act as whoever opens it. For trial, and for apps you trust like this server.',
    parse: (text) => parseChoice(text, ['auto', 'on', 'off']),
  }),
  appsAllowPrivateUpstreams: define({
    env: 'LATCHKEY_APPS_ALLOW_PRIVATE_UPSTREAMS',
    default: 'auto',
    description:
      'Whether those who publish WebApps may name addresses in private networks: `on`, `off`, or `auto`, which is only while nobody outside of this machine can reach this server. Addresses of instance metadata are refused always.',
    parse: (text) => parseChoice(text, ['auto', 'on', 'off']),
  }),
  ssoAllowPrivateNetworks: define({
    env: 'LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS',
    default: 'off',
    description:
      '`on` lets identity providers stand in private networks and speak http. Addresses of instance metadata are refused always.',
    parse: (text) => parseChoice(text, ['on', 'off']),
  }),
  ssoAllowSha1: define({
    env: 'LATCHKEY_SSO_ALLOW_SHA1',
    default: 'off',
    description: '`on` accepts SAML signatures by SHA-1, for a provider that can do nothing better.',
    parse: (text) => parseChoice(text, ['on', 'off']),
  }),
  ssoProvenDomains: define({
    env: 'LATCHKEY_SSO_PROVEN_DOMAINS',
    default: '',
    description:
      'Domains that are the organisation’s, comma separated, for connections that have them: no TXT record is asked for. Verified addresses of such a domain are linked to the accounts that have them.',
    parse: (text) => parseList(text).map(asciiDomain),
  }),
  dnsServers: define({
    env: 'LATCHKEY_DNS_SERVERS',
    default: '',
    description:
      'Name servers that are asked for the TXT records of domains, comma separated; those of the system unless set.',
    parse: parseList,
  }),
  webAppTokenInUrl: define({
    env: 'LATCHKEY_WEBAPP_TOKEN_IN_URL',
    default: 'off',
    description:
      '`on` hands `web_sso_token` over in the address, for clients of Dify that cannot do without; addresses end up in histories and logs.',
    parse: (text) => parseChoice(text, ['on', 'off']),
  }),
  metricsFrom: define({
    env: 'LATCHKEY_METRICS_FROM',
    default: 'loopback',
    description: 'Who may read `/metrics`: `loopback` or `anyone`.',
    parse: (text) => parseChoice(text, ['loopback', 'anyone']),
  }),
  logLevel: define({
    env: 'LATCHKEY_LOG_LEVEL',
    default: 'info',
    description: '`debug` logs every request; `info` those that change or refuse something.',
    parse: (text) => parseChoice(text, ['debug', 'info', 'warn', 'error', 'silent']),
  }),
};

type Definitions = typeof definitions;
type Parsed<D> = D extends SettingDefinition<infer T> ? T : never;
type Optional = 'publicUrl' | 'databaseUrl' | 'initPassword' | 'secretKey' | 'smtpUrl' | 'mailFrom' | 'appsDomain';

export type Settings = {
  readonly [K in keyof Definitions]: Parsed<Definitions[K]> | (K extends Optional ? undefined : never);
};

/** Every setting, for the printed reference. */
export const SETTINGS: readonly Omit<SettingDefinition<unknown>, 'parse'>[] = Object.values(definitions);

/** A setting that cannot be used; the message is one sentence naming it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * Reads the settings: a flag wins over the environment, the environment over the default.
 *
 * @throws SettingError
 */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const flags = readFlags(args);
  const entries = Object.entries(definitions).map(([name, definition]) => {
    const flag = definition.flag === undefined ? undefined : flags.get(definition.flag);
    const source = flag !== undefined ? definition.flag : definition.env;
    const text = flag ?? nonEmpty(env[definition.env]) ?? definition.default;
    if (text === '' && definition.default === '' && flag === undefined) return [name, emptyValue(name)];
    try {
      return [name, definition.parse(text)];
    } catch (error) {
      throw new SettingError(`${source} ${error instanceof Error ? error.message : 'cannot be used'}.`);
    }
  });
  const settings: Settings = Object.fromEntries(entries);
  if ((settings.smtpUrl === undefined) !== (settings.mailFrom === undefined))
    throw new SettingError('LATCHKEY_SMTP_URL and LATCHKEY_MAIL_FROM must be set together.');
  return settings;
}

/** Settings that are a list. */
const LISTS = ['trustedProxies', 'corsOrigins', 'ssoProvenDomains', 'dnsServers'];

/** Names that look like settings and are none: a slip of the pen that nobody would notice. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>(SETTINGS.map(({ env: name }) => name));
  return Object.keys(env).filter((name) => /^LATCHKEY_(?!TEST_)/.test(name) && !known.has(name));
}

function emptyValue(name: string): undefined | readonly [] | LimitRules {
  if (name === 'limits') return DEFAULT_LIMIT_RULES;
  return LISTS.includes(name) ? [] : undefined;
}

function readFlags(args: readonly string[]): Map<string, string> {
  const names = SETTINGS.flatMap(({ flag }) => (flag === undefined ? [] : [flag.slice(2)]));
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options });
    return new Map(
      Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[`--${name}`, value]] : [])),
    );
  } catch (error) {
    throw new SettingError(error instanceof Error ? error.message : String(error));
  }
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

function parseText(text: string): string {
  if (text.trim() === '') throw new Error('must not be empty');
  return text;
}

function parseInteger(text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new Error(`must be a whole number from ${min} to ${max}`);
  return value;
}

function parseChoice<const C extends string>(text: string, choices: readonly C[]): C {
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new Error(`must be one of ${choices.join(', ')}`);
  return choice;
}

function parseList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function parseNames(text: string): string[] {
  const names = parseList(text);
  if (names.length === 0) throw new Error('must name at least one');
  return names;
}

function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '';
  if (!isOrigin) throw new Error('must be an http or https address without a path');
  return url.origin;
}

function parseAppsDomain(text: string): string {
  const domain = text.toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/.test(domain))
    throw new Error('must be a domain, such as apps.example.com');
  return domain;
}

function parseDatabaseUrl(text: string): string {
  if (!/^postgres(ql)?:\/\/./.test(text) || !URL.canParse(text))
    throw new Error('must be an address that starts with postgres://');
  return text;
}

function parseProxies(text: string): string[] {
  const proxies = parseList(text);
  const wrong = proxies.find((proxy) => proxy !== 'loopback' && !isAddressOrRange(proxy));
  if (wrong !== undefined) throw new Error('must list IP addresses, CIDR ranges or loopback');
  return proxies;
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function parseInitPassword(text: string): string {
  if (text.length < 8 || text.length > 30) throw new Error('must have 8 to 30 characters');
  return text;
}

function parseSecretKey(text: string): string {
  if (text.length < 32) throw new Error('must have at least 32 characters');
  return text;
}

function parseLimits(text: string): LimitRules {
  const changed = parseList(text).map((item): [LimitName, LimitRule] => {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/.exec(item) ?? [];
    if (!isLimitName(name)) throw new Error(`names a limit that does not exist: ${name}`);
    if (value === 'off') return [name, { max: 0, windowSeconds: DEFAULT_LIMIT_RULES[name].windowSeconds }];
    const [, max, windowSeconds] = /^(\d{1,9})\/(\d{1,9})$/.exec(value) ?? [];
    if (max === undefined || windowSeconds === undefined || Number(max) === 0 || Number(windowSeconds) === 0) {
      throw new Error(`must give ${name} as events/seconds or off`);
    }
    return [name, { max: Number(max), windowSeconds: Number(windowSeconds) }];
  });
  return { ...DEFAULT_LIMIT_RULES, ...Object.fromEntries(changed) };
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(DEFAULT_LIMIT_RULES, name);
}
