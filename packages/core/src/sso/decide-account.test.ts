import { describe, expect, test } from 'vitest';
import { anAccount } from '../testing/an-account.ts';
import { decideAccount, type IdentityFacts } from './decide-account.ts';

const ADA = anAccount();
const INVITED = anAccount({ status: 'pending' });

/** A stranger whose provider vouches for an address that nobody has, where no accounts begin. */
const STRANGER: IdentityFacts = {
  linked: undefined,
  sameAddress: undefined,
  isVerified: true,
  isInvited: false,
  bringsLetter: false,
  isDomainProven: false,
  mayCreate: false,
  canProve: true,
};

const decide = (differences: Partial<IdentityFacts>) => decideAccount({ ...STRANGER, ...differences });
const refused = (rule: string) => ({ kind: 'refused', rule });

describe('an identity that is linked', () => {
  test('signs in as its account, whatever address it names', () => {
    const other = anAccount({ email: 'grace@example.com' });
    expect(decide({ linked: ADA, sameAddress: other, isDomainProven: true })).toEqual({
      kind: 'signs_in',
      account: ADA,
    });
    expect(decide({ linked: ADA, isVerified: false })).toEqual({ kind: 'signs_in', account: ADA });
  });

  test.each(['banned', 'closed'] as const)('is refused while its account is %s', (status) => {
    expect(decide({ linked: anAccount({ status }) })).toEqual(refused(status));
  });
});

describe('an identity of somebody invited', () => {
  const links = { kind: 'links', account: INVITED, rule: 'invitation' };

  test('is linked when the provider vouches for the address', () => {
    expect(decide({ sameAddress: INVITED, isInvited: true })).toEqual(links);
  });

  test('is linked when they came by the letter to it', () => {
    expect(decide({ sameAddress: INVITED, isInvited: true, isVerified: false, bringsLetter: true })).toEqual(links);
  });

  test('is not linked by an address that anybody could have written', () => {
    expect(decide({ sameAddress: INVITED, isInvited: true, isVerified: false })).toEqual({ kind: 'proves' });
  });

  test('is not linked once the invitation has expired, but begins where accounts may begin', () => {
    expect(decide({ sameAddress: INVITED })).toEqual(refused('sso_no_account'));
    expect(decide({ sameAddress: INVITED, mayCreate: true })).toEqual({ ...links, rule: 'created' });
  });

  test('does not take over an account that is somebody’s already', () => {
    expect(decide({ sameAddress: ADA, isInvited: true, isVerified: false, bringsLetter: true })).toEqual({
      kind: 'proves',
    });
  });
});

describe('an identity with the address of an account', () => {
  test('is linked when the provider vouches for it and the domain is proven', () => {
    expect(decide({ sameAddress: ADA, isDomainProven: true })).toEqual({
      kind: 'links',
      account: ADA,
      rule: 'proven_domain',
    });
  });

  test('is not linked when the provider does not vouch for it', () => {
    expect(decide({ sameAddress: ADA, isDomainProven: true, isVerified: false })).toEqual({ kind: 'proves' });
  });

  test('is not linked when the domain is not proven, even where accounts may begin', () => {
    expect(decide({ sameAddress: ADA, mayCreate: true })).toEqual({ kind: 'proves' });
  });

  test.each(['banned', 'closed'] as const)('is refused when that account is %s', (status) => {
    expect(decide({ sameAddress: anAccount({ status }), isDomainProven: true })).toEqual(refused(status));
  });

  test('is refused where there is no other way in to prove it by', () => {
    expect(decide({ sameAddress: ADA, canProve: false })).toEqual(refused('sso_no_account'));
  });
});

describe('an identity of nobody known', () => {
  test('becomes an account where they may begin', () => {
    expect(decide({ mayCreate: true })).toEqual({ kind: 'creates' });
  });

  test('is refused where they may not', () => {
    expect(decide({})).toEqual(refused('sso_no_account'));
  });

  test('without a vouched-for address is answered like one of somebody known', () => {
    const unverified = { isVerified: false, mayCreate: true, isDomainProven: true };
    expect(decide(unverified)).toEqual(decide({ ...unverified, sameAddress: ADA }));
    expect(decide({ ...unverified, canProve: false })).toEqual(refused('sso_no_account'));
  });
});
