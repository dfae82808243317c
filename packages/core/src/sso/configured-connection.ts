import type { Role, SsoUse, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { SsoConnection } from './sso-connection.ts';

/** A connection with everything that administrators set about it. */
export interface ConfiguredConnection extends SsoConnection {
  readonly isEnabled: boolean;
  /** On the button of the sign-in page. */
  readonly label: string;
  /** A picture, as a data URL. */
  readonly logo: string | null;
  readonly uses: readonly SsoUse[];
  /** Addresses of these domains lead here. */
  readonly domains: readonly ConnectionDomain[];
  readonly accountCreation: AccountCreation;
  /** After that the provider is asked again. */
  readonly sessionSeconds: number;
  readonly signsOutAtProvider: boolean;
  /** Rises with every change. */
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** In lower case, as the domain name system writes it; at most one connection has it. */
export interface ConnectionDomain {
  readonly domain: string;
  /** What its owner publishes. */
  readonly token: string;
  /** When its DNS said so. */
  readonly provenAt: Date | null;
}

/** Whether, where and as what accounts begin at their first sign-in. */
export interface AccountCreation {
  readonly isEnabled: boolean;
  /** Whose verified addresses may; none: every verified one. */
  readonly domains: readonly string[];
  /** `null`: the default workspace, if there is one. */
  readonly workspaceId: WorkspaceId | null;
  readonly role: JoiningRole;
  readonly groupRoles: readonly { readonly group: string; readonly role: JoiningRole }[];
}

export type JoiningRole = Exclude<Role, 'owner'>;

/** What an administrator saves. */
export type ConnectionSettings = Omit<
  ConfiguredConnection,
  'id' | 'domains' | 'version' | 'createdAt' | 'changedAt'
> & { readonly domains: readonly string[] };

/** Whether people may be sent there for it. */
export function serves({ isEnabled, uses }: Pick<ConfiguredConnection, 'isEnabled' | 'uses'>, use: SsoUse): boolean {
  return isEnabled && uses.includes(use);
}

/** Highest first. */
const RANKS: readonly JoiningRole[] = ['admin', 'editor', 'normal', 'dataset_operator'];

/** As what somebody of these groups begins: the highest role of a group wins over the usual one. */
export function roleFor({ role, groupRoles }: AccountCreation, groups: readonly string[]): JoiningRole {
  const theirs = groupRoles.filter(({ group }) => groups.includes(group)).map((mapped) => mapped.role);
  return RANKS.find((rank) => theirs.includes(rank)) ?? role;
}

/** Whether somebody with this address may become an account here. */
export function createsAccountFor({ isEnabled, domains }: AccountCreation, email: string): boolean {
  return isEnabled && (domains.length === 0 || domains.includes(domainOf(email)));
}

/** Who says that a domain is the organisation's. */
export function proofOf(
  { domain, provenAt }: Pick<ConnectionDomain, 'domain' | 'provenAt'>,
  byOperator: readonly string[],
): 'none' | 'dns' | 'operator' {
  if (byOperator.includes(domain)) return 'operator';
  return provenAt === null ? 'none' : 'dns';
}

/** The domain of a mail address as the domain name system writes it. */
export function domainOf(email: string): string {
  return asciiDomain(email.slice(email.lastIndexOf('@') + 1));
}

/** In lower case, international names in their ASCII form; what is no domain stays as it is. */
export function asciiDomain(domain: string): string {
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : domain.toLowerCase();
}
