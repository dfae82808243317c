import { secondsOf } from '../../../admin/duration.ts';
import { present } from '../../../admin/filters.ts';
import type { ConnectionDraft } from './connection-draft.ts';
import { lines } from './connection-input.ts';

type ConnectionProblem = 'missing' | 'url' | 'domain' | 'session' | 'skew' | 'certificateMissing' | 'path' | 'secret';

export type Problems = Readonly<Partial<Record<keyof ConnectionDraft, ConnectionProblem>>>;

const SHORTEST_SESSION = 300;
const LONGEST_SESSION = 90 * 86_400;
const DOMAIN = /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** What the server would not take, by field. `hasSecret`: one is stored. */
export function problemsOf(draft: ConnectionDraft, hasSecret: boolean): Problems {
  const seconds = secondsOf(draft.session);
  return present({
    name: filled(draft.name),
    label: filled(draft.label),
    domains: lines(draft.domains).every(isDomain) ? undefined : 'domain',
    creationDomains: lines(draft.creationDomains).every(isDomain) ? undefined : 'domain',
    session: seconds >= SHORTEST_SESSION && seconds <= LONGEST_SESSION ? undefined : 'session',
    verifiedPath: draft.verified === 'claim' && draft.verifiedPath.trim() === '' ? 'path' : undefined,
    ...providerProblems(draft, hasSecret),
  });
}

/** The first of the domains that is none. */
export function firstWrongDomain(text: string): string | undefined {
  return lines(text).find((one) => !isDomain(one));
}

type Found = Partial<Record<keyof ConnectionDraft, ConnectionProblem | undefined>>;

function providerProblems(draft: ConnectionDraft, hasSecret: boolean): Found {
  const client: Found = {
    clientId: filled(draft.clientId),
    clientSecret: hasSecret || draft.isPublicClient || draft.clientSecret !== '' ? undefined : 'secret',
  };
  const skew = /^\d{1,3}$/.test(draft.clockSkew.trim()) && Number(draft.clockSkew) <= 600 ? undefined : 'skew';
  switch (draft.protocol) {
    case 'saml':
      return {
        entityId: filled(draft.entityId),
        ssoUrl: webAddress(draft.ssoUrl),
        certificates: draft.certificates.some((one) => one.trim() !== '') ? undefined : 'certificateMissing',
        clockSkew: skew,
      };
    case 'oidc':
      return { issuer: webAddress(draft.issuer), clockSkew: skew, ...client };
    case 'oauth2':
      return {
        authorizationUrl: webAddress(draft.authorizationUrl),
        tokenUrl: webAddress(draft.tokenUrl),
        userInfoUrl: webAddress(draft.userInfoUrl),
        emailsUrl: draft.emailsUrl.trim() === '' ? undefined : webAddress(draft.emailsUrl),
        subject: filled(draft.subject),
        ...client,
      };
  }
}

function filled(text: string): 'missing' | undefined {
  return text.trim() === '' ? 'missing' : undefined;
}

function webAddress(text: string): 'missing' | 'url' | undefined {
  const address = text.trim();
  if (address === '') return 'missing';
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? undefined : 'url';
}

function isDomain(text: string): boolean {
  return DOMAIN.test(text.toLowerCase());
}
