import { writeProof } from './mail-proof.ts';
import type { Kept, ProofPurpose } from './tab-memory.ts';

interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

interface Secrets {
  readonly kept: Partial<Record<Kept, string>>;
  /** The address without them. */
  readonly address: string;
}

/** Our letters bring their token in the fragment, which never reaches a server or its logs. */
const OURS: Readonly<Record<string, Kept>> = { '/set-password': 'password_link', '/activate': 'invitation' };

/** Where Dify's clients link to with a mail address and its token. */
const PROOFS: Readonly<Record<string, ProofPurpose>> = {
  '/signin/check-code': 'sign_in',
  '/signup/check-code': 'registration',
  '/signup/set-password': 'registration_proven',
  '/reset-password/check-code': 'new_password',
  '/reset-password/set-password': 'new_password_proven',
};

/** What nobody needs in an address: secrets, and what says something in our name. */
const TAKEN = ['email', 'token', 'invite_token', 'workspace_id', 'message', 'web_sso_token'] as const;
const PAGES = [
  '/activate',
  '/signin/invite-settings',
  '/signin',
  '/webapp-signin',
  '/signup',
  '/reset-password',
  '/forgot-password',
];

/** The secrets that a link brought along, and what remains of its address; `undefined` where there are none. */
export function linkSecrets({ pathname, search, hash }: Address): Secrets | undefined {
  const ours = OURS[pathname];
  if (ours !== undefined && hash.length > 1) {
    return { kept: { [ours]: hash.slice(1) }, address: pathname };
  }
  const purpose = PROOFS[pathname];
  if (purpose === undefined && !PAGES.includes(pathname)) return undefined;
  const query = new URLSearchParams(search);
  const value = (name: (typeof TAKEN)[number]) => decodeTwice(query.get(name) ?? '');
  const [email, token] = [value('email'), value('token')];
  const invitation = value('invite_token') || (pathname === '/activate' ? token : '');
  const kept = {
    ...(email === '' ? {} : { email }),
    ...(invitation === '' ? {} : { invitation }),
    ...(purpose === undefined || email === '' || token === '' ? {} : { [purpose]: writeProof({ email, token }) }),
  };
  for (const name of TAKEN) query.delete(name);
  const page = invitation !== '' && pathname.startsWith('/signin') && purpose === undefined ? '/activate' : pathname;
  const address = page + (query.size > 0 ? `?${query}` : '');
  return address === pathname + search ? undefined : { kept, address };
}

/** Dify's links encode a value twice; one that is encoded once comes out as it is. */
function decodeTwice(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
