import { describe, expect, test } from 'vitest';
import { decideEntry, type Entry, type EntrySituation, type EntryWay } from './account-entry.ts';

const REFUSED: Entry = { kind: 'refused' };
const WAITS: Entry = { kind: 'waits', createsAccount: true };
const ENTERS: Entry = { kind: 'enters', createsAccount: true, createsPersonalSpace: false };
const ENTERS_OWN_SPACE: Entry = { kind: 'enters', createsAccount: true, createsPersonalSpace: true };

/** Registration, personal spaces, whether a workspace awaits them, and what becomes of somebody without an account. */
type Row = readonly [registration: 'on' | 'off', personalSpaces: 'on' | 'off', workspace: 'yes' | 'no', Entry];

const OF_THEIR_OWN: readonly Row[] = [
  ['on', 'on', 'no', ENTERS_OWN_SPACE],
  ['on', 'on', 'yes', ENTERS_OWN_SPACE],
  ['on', 'off', 'no', WAITS],
  ['on', 'off', 'yes', ENTERS],
  ['off', 'on', 'no', REFUSED],
  ['off', 'on', 'yes', REFUSED],
  ['off', 'off', 'no', REFUSED],
  ['off', 'off', 'yes', REFUSED],
];

const INVITED: readonly Row[] = [
  ['on', 'on', 'yes', ENTERS_OWN_SPACE],
  ['on', 'off', 'yes', ENTERS],
  ['off', 'on', 'yes', ENTERS_OWN_SPACE],
  ['off', 'off', 'yes', ENTERS],
];

const BY_PROVIDER: readonly Row[] = [
  ['on', 'on', 'no', ENTERS_OWN_SPACE],
  ['on', 'off', 'no', WAITS],
  ['off', 'on', 'no', ENTERS_OWN_SPACE],
  ['off', 'off', 'no', WAITS],
  ['on', 'off', 'yes', ENTERS],
  ['off', 'off', 'yes', ENTERS],
  ['on', 'on', 'yes', ENTERS_OWN_SPACE],
  ['off', 'on', 'yes', ENTERS_OWN_SPACE],
];

function situation(way: EntryWay, [registration, personalSpaces, workspace]: Row): EntrySituation {
  return {
    way,
    account: 'unknown',
    registration: registration === 'on',
    personalSpaces: personalSpaces === 'on',
    hasWorkspace: workspace === 'yes',
  };
}

describe.each(['registration', 'email_code'] as const)('somebody without an account, by %s', (way) => {
  test.each(OF_THEIR_OWN)('registration %s, personal spaces %s, workspace %s', (...row) => {
    expect(decideEntry(situation(way, row))).toEqual(row[3]);
  });
});

describe('somebody invited', () => {
  test.each(INVITED)('registration %s, personal spaces %s, workspace %s', (...row) => {
    expect(decideEntry(situation('invitation', row))).toEqual(row[3]);
  });
});

describe('somebody whom an identity provider vouches for', () => {
  test.each(BY_PROVIDER)('gets an account where the connection creates them: %s, %s, workspace %s', (...row) => {
    expect(decideEntry({ ...situation('sso', row), createsAccounts: true })).toEqual(row[3]);
  });

  test.each(BY_PROVIDER)('gets none where it does not: %s, %s, workspace %s', (...row) => {
    expect(decideEntry({ ...situation('sso', row), createsAccounts: false })).toEqual(REFUSED);
  });
});

test.each(OF_THEIR_OWN)('a password never makes an account: %s, %s, workspace %s', (...row) => {
  expect(decideEntry(situation('password', row))).toEqual(REFUSED);
});

describe.each(['password', 'email_code', 'registration', 'invitation', 'sso'] as const)(
  'somebody known, by %s',
  (way) => {
    test.each(OF_THEIR_OWN)('registration %s, personal spaces %s, workspace %s', (...row) => {
      const entry = decideEntry({ ...situation(way, row), account: 'known' });

      const [registration, personalSpaces, workspace] = row;
      const makesSpace = registration === 'on' && personalSpaces === 'on' && way !== 'password';
      if (workspace === 'yes') expect(entry).toEqual({ ...ENTERS, createsAccount: false });
      else if (makesSpace) expect(entry).toEqual({ ...ENTERS_OWN_SPACE, createsAccount: false });
      else expect(entry).toEqual({ ...WAITS, createsAccount: false });
    });
  },
);
