import { describe, expect, test } from 'vitest';
import { attention } from './attention.ts';

const NOW = new Date('2026-11-26T12:00:00Z');

const QUIET = {
  isAnyMethodOn: true,
  enforcementRevertsAt: null,
  certificates: [],
  accessRequests: 0,
  hasMailServer: true,
  lettersWaiting: 0,
  lettersFailed: 0,
  hasPublicUrl: true,
  administratorsWithWayIn: 2,
};

describe('what needs attention', () => {
  test('is nothing in an instance that is in order', () => {
    expect(attention(QUIET, NOW)).toEqual([]);
  });

  test('letters that wait for the mail server go by themselves; without one they are handed over', () => {
    expect(attention({ ...QUIET, lettersWaiting: 3 }, NOW)).toEqual([]);
    expect(attention({ ...QUIET, hasMailServer: false, lettersWaiting: 3 }, NOW)).toEqual([
      { kind: 'letters_by_hand', count: 3 },
    ]);
  });

  test('that nobody can sign in comes before everything else', () => {
    const kinds = attention({ ...QUIET, isAnyMethodOn: false, accessRequests: 1, hasPublicUrl: false }, NOW);
    expect(kinds.map(({ kind }) => kind)).toEqual(['no_method', 'access_requests', 'no_public_url']);
  });

  test('an only administrator is told to name a second', () => {
    expect(attention({ ...QUIET, administratorsWithWayIn: 1 }, NOW)).toEqual([{ kind: 'one_administrator' }]);
  });

  test('an enforcement that nobody has confirmed is told with the time at which it reverts', () => {
    const revertsAt = new Date('2026-11-26T12:20:00Z');
    expect(attention({ ...QUIET, enforcementRevertsAt: revertsAt }, NOW)).toEqual([
      { kind: 'enforcement_unconfirmed', revertsAt },
    ]);
  });

  test('each certificate that ends is told, with its connection, as expired or not yet', () => {
    const over = { connectionId: '1', connection: 'Okta', notAfter: new Date('2026-11-26T12:00:00Z') };
    const soon = { connectionId: '2', connection: 'Entra ID', notAfter: new Date('2026-12-01T12:00:00Z') };
    expect(attention({ ...QUIET, certificates: [over, soon] }, NOW)).toEqual([
      { kind: 'certificate_expired', ...over },
      { kind: 'certificate_ending', ...soon },
    ]);
  });
});
