/** How somebody comes who has just proven who they are. */
export type EntryWay = 'password' | 'email_code' | 'registration' | 'invitation' | 'sso';

export interface EntrySituation {
  readonly way: EntryWay;
  /** Whether the person has an account. */
  readonly account: 'known' | 'unknown';
  /** Whether a workspace is open to them: one they belong to, are invited to, or that takes in every new account. */
  readonly hasWorkspace: boolean;
  /** "Allow users to create accounts". */
  readonly registration: boolean;
  /** "Allow system to automatically create personal spaces". */
  readonly personalSpaces: boolean;
  /** Whether the connection creates accounts at first sign-in; for `sso` only. */
  readonly createsAccounts?: boolean;
}

/** What becomes of them. */
export type Entry =
  | { readonly kind: 'refused' }
  | { readonly kind: 'enters'; readonly createsAccount: boolean; readonly createsPersonalSpace: boolean }
  /** Has an account, and needs an invitation to a workspace. */
  | { readonly kind: 'waits'; readonly createsAccount: boolean };

/**
 * The one table of the two account-creation switches:
 *
 * | registration | personal spaces | invited | not invited |
 * |---|---|---|---|
 * | on | on | the workspace and a personal space | a personal space |
 * | on | off | the workspace | waits |
 * | off | on | the workspace and a personal space | no account |
 * | off | off | the workspace | no account |
 *
 * Single sign-on creates accounts by the switch of its connection instead of registration. Somebody known without a
 * workspace gets a personal space where one is created for everybody, except by password: Dify's wire never does.
 */
export function decideEntry(situation: EntrySituation): Entry {
  const { way, account, hasWorkspace, registration, personalSpaces } = situation;
  if (account === 'known') {
    if (hasWorkspace) return { kind: 'enters', createsAccount: false, createsPersonalSpace: false };
    const createsPersonalSpace = way !== 'password' && registration && personalSpaces;
    return createsPersonalSpace
      ? { kind: 'enters', createsAccount: false, createsPersonalSpace }
      : { kind: 'waits', createsAccount: false };
  }
  if (!mayCreateAccount(situation)) return { kind: 'refused' };
  if (hasWorkspace || personalSpaces)
    return { kind: 'enters', createsAccount: true, createsPersonalSpace: personalSpaces };
  return { kind: 'waits', createsAccount: true };
}

function mayCreateAccount({ way, registration, createsAccounts = false }: EntrySituation): boolean {
  switch (way) {
    case 'password':
      return false;
    case 'invitation':
      return true;
    case 'sso':
      return createsAccounts;
    default:
      return registration;
  }
}
