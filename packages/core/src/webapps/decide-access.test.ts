import {
  ACCESS_MODES,
  ACCOUNT_STATUSES,
  type AccessMode,
  type SsoConnectionId,
  WEBAPP_REFUSALS,
} from '@latchkey/contract/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aWebApp } from '../testing/a-webapp.ts';
import { anAccount } from '../testing/an-account.ts';
import { anId } from '../testing/an-id.ts';
import { afterNoon, NOON } from '../testing/instant.ts';
import { decideAccess, type Situation, type Visitor } from './decide-access.ts';
import type { PublishedWebApp } from './webapp.ts';

const STRANGER: Visitor = { kind: 'nobody' };
const MEMBER = member({});
const CHOSEN = member({ isChosen: true });
const WAITING = member({ isMember: false, isChosen: true });
const BANNED = member({ isChosen: true, account: anAccount({ status: 'banned' }) });
const EXTERNAL = external(null);
const REFUSED = external(NOON);

describe('who may open a WebApp', () => {
  test.each([
    ['public', STRANGER, undefined],
    ['public', MEMBER, undefined],
    ['public', CHOSEN, undefined],
    ['public', WAITING, undefined],
    ['public', BANNED, 'account_not_active'],
    ['public', EXTERNAL, undefined],
    ['public', REFUSED, 'external_user_refused'],
    ['private_all', STRANGER, 'sign_in_needed'],
    ['private_all', MEMBER, undefined],
    ['private_all', CHOSEN, undefined],
    ['private_all', WAITING, 'not_a_member'],
    ['private_all', BANNED, 'account_not_active'],
    ['private_all', EXTERNAL, 'sign_in_needed'],
    ['private_all', REFUSED, 'external_user_refused'],
    ['private', STRANGER, 'sign_in_needed'],
    ['private', MEMBER, 'not_chosen'],
    ['private', CHOSEN, undefined],
    ['private', WAITING, 'not_a_member'],
    ['private', BANNED, 'account_not_active'],
    ['private', EXTERNAL, 'sign_in_needed'],
    ['private', REFUSED, 'external_user_refused'],
    ['sso_verified', STRANGER, 'external_sign_in_needed'],
    ['sso_verified', MEMBER, 'external_sign_in_needed'],
    ['sso_verified', CHOSEN, 'external_sign_in_needed'],
    ['sso_verified', WAITING, 'external_sign_in_needed'],
    ['sso_verified', BANNED, 'account_not_active'],
    ['sso_verified', EXTERNAL, undefined],
    ['sso_verified', REFUSED, 'external_user_refused'],
  ] as const)('%s, %o: %s', (accessMode, visitor, reason) => {
    expect(reasonFor({ accessMode }, { visitor })).toBe(reason);
  });

  test('external users need the connection that is chosen for them', () => {
    const reasonWith = (externalConnectionId: Situation['externalConnectionId']) =>
      reasonFor({ accessMode: 'sso_verified' }, { visitor: EXTERNAL, externalConnectionId });
    expect(reasonWith(null)).toBe('no_sso_connection');
    expect(reasonWith(anId(8))).toBe('external_sign_in_needed');
  });

  test('an app that is off, or whose workspace is archived, is open to nobody', () => {
    expect(reasonFor({ accessMode: 'public', isEnabled: false })).toBe('webapp_disabled');
    expect(reasonFor({ accessMode: 'public', workspaceStatus: 'archive' })).toBe('webapp_workspace_archived');
  });
});

describe('the conditions of a WebApp', () => {
  const open = { accessMode: 'public' } as const;

  test('an address is asked for where there are ranges, in any spelling', () => {
    const office = { ...open, addressRanges: ['192.0.2.0/24', '2001:db8::/32'] };
    expect(reasonFor(office, { ip: '192.0.2.9' })).toBeUndefined();
    expect(reasonFor(office, { ip: '::ffff:192.0.2.9' })).toBeUndefined();
    expect(reasonFor(office, { ip: '2001:db8::9' })).toBeUndefined();
    expect(reasonFor(office, { ip: '198.51.100.1' })).toBe('address_not_allowed');
    expect(reasonFor(office, { ip: '' })).toBe('address_not_allowed');
  });

  test('a passphrase counts while it is the present one', () => {
    const locked = { ...open, passphraseHash: 'present' };
    expect(reasonFor(locked, { provenPassphrase: 'present' })).toBeUndefined();
    expect(reasonFor(locked, { provenPassphrase: 'former' })).toBe('passphrase_needed');
    expect(reasonFor(locked)).toBe('passphrase_needed');
    expect(reasonFor(open, { provenPassphrase: 'former' })).toBeUndefined();
  });

  test('a link counts until the very instant of its expiry', () => {
    const linked = { ...open, needsShareLink: true };
    expect(reasonFor(linked, { shareLinkExpiresAt: afterNoon(0.001) })).toBeUndefined();
    expect(reasonFor(linked, { shareLinkExpiresAt: NOON })).toBe('share_link_needed');
    expect(reasonFor(linked)).toBe('share_link_needed');
  });

  test('come on top of the mode: who is not let in is not asked for them', () => {
    const all = { accessMode: 'private', needsShareLink: true, passphraseHash: 'present' } as const;
    expect(reasonFor(all, { visitor: MEMBER })).toBe('not_chosen');
    expect(reasonFor(all, { visitor: CHOSEN })).toBe('share_link_needed');
    expect(reasonFor(all, { visitor: CHOSEN, shareLinkExpiresAt: afterNoon(1) })).toBe('passphrase_needed');
  });
});

describe('whatever the rules and the situation', () => {
  const webApps = fc.record({
    accessMode: fc.constantFrom(...ACCESS_MODES),
    isEnabled: fc.boolean(),
    workspaceStatus: fc.constantFrom('normal' as const, 'archive' as const),
    addressRanges: fc.subarray(['192.0.2.0/24', '10.0.0.0/8']),
    needsShareLink: fc.boolean(),
    passphraseHash: fc.constantFrom(null, 'present'),
  });
  const visitors = fc.oneof(
    fc.constant(STRANGER),
    fc
      .record({ isMember: fc.boolean(), isChosen: fc.boolean(), status: fc.constantFrom(...ACCOUNT_STATUSES) })
      .map(({ status, ...of }) => member({ ...of, account: anAccount({ status }) })),
    fc.constantFrom(EXTERNAL, REFUSED),
  );
  const situations = fc.record({
    visitor: visitors,
    ip: fc.constantFrom('192.0.2.1', '198.51.100.1', undefined),
    externalConnectionId: fc.constantFrom(null, anId<SsoConnectionId>(7), anId<SsoConnectionId>(8)),
    provenPassphrase: fc.constantFrom(null, 'present', 'former'),
    shareLinkExpiresAt: fc.constantFrom(null, NOON, afterNoon(60)),
  });
  const check = (holds: (webApp: Partial<PublishedWebApp>, situation: Situation, reason: unknown) => void) =>
    fc.assert(
      fc.property(webApps, situations, (webApp, situation) => holds(webApp, situation, reasonFor(webApp, situation))),
      { numRuns: 2000 },
    );

  test('nobody but an active account is let in as a member', () => {
    check((_webApp, { visitor }, reason) => {
      if (visitor.kind === 'member' && visitor.account.status !== 'active') expect(reason).toBeDefined();
    });
  });

  test('an empty choice is nobody', () => {
    check(({ accessMode }, { visitor }, reason) => {
      const isChosen = visitor.kind === 'member' && visitor.isChosen;
      if (accessMode === 'private' && !isChosen) expect(reason).toBeDefined();
    });
  });

  test('a refusal is always one of the known ones', () => {
    check((_webApp, _situation, reason) => {
      expect([undefined, ...WEBAPP_REFUSALS]).toContain(reason);
    });
  });

  test('a condition that is added never lets anybody in', () => {
    check((webApp, situation, reason) => {
      if (reason === undefined) return;
      const ranges = webApp.addressRanges ?? [];
      const addressRanges = ranges.length > 0 ? ranges : ['192.0.2.0/24'];
      const stricter = { ...webApp, needsShareLink: true, passphraseHash: 'present', addressRanges };
      expect(reasonFor(stricter, situation)).toBeDefined();
    });
  });
});

function reasonFor(
  rules: Partial<PublishedWebApp> & { readonly accessMode?: AccessMode },
  situation: Partial<Situation> = {},
) {
  const webApp = { ...aWebApp(), workspaceName: 'W', workspaceStatus: 'normal' as const, ...rules };
  const whole: Situation = {
    visitor: STRANGER,
    ip: '192.0.2.1',
    externalConnectionId: anId(7),
    provenPassphrase: null,
    shareLinkExpiresAt: null,
    ...situation,
  };
  const decision = decideAccess(webApp, whole, NOON);
  return decision.kind === 'refused' ? decision.reason : undefined;
}

function member(differences: Partial<Extract<Visitor, { kind: 'member' }>>): Visitor {
  return { kind: 'member', account: anAccount(), isMember: true, isChosen: false, groups: [], ...differences };
}

function external(refusedAt: Date | null): Visitor {
  return { kind: 'external', user: { id: anId(1), connectionId: anId(7), name: 'Eve', email: null, refusedAt } };
}
