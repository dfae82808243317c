import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anId } from '../testing/an-id.ts';
import { afterNoon, NOON } from '../testing/instant.ts';
import { DEFAULT_SIGN_IN_POLICY, hasReverted, policyAt, refuseMethod, type SignInPolicy } from './sign-in-policy.ts';

/** Enforced at noon, to be confirmed within so many seconds, and confirmed then or never. */
const enforced = (waits: number, confirmedAfter: number | null): SignInPolicy => ({
  ...DEFAULT_SIGN_IN_POLICY,
  sso: true,
  ssoEnforced: true,
  ssoProtocol: 'oidc',
  enforcement: {
    startedBy: anId(1),
    startedByName: 'Ann',
    startedAt: NOON,
    revertsAt: afterNoon(waits),
    confirmedAt: confirmedAfter === null ? null : afterNoon(confirmedAfter),
  },
});

const seconds = fc.integer({ min: 0, max: 100_000 });

describe('an enforcement of single sign-on', () => {
  test('that nobody confirms holds until the very instant it reverts, and never after', () => {
    fc.assert(
      fc.property(seconds, seconds, (waits, later) => {
        const policy = policyAt(enforced(waits, null), afterNoon(later));
        expect(policy.ssoEnforced).toBe(later < waits);
        expect(refuseMethod(policy, 'password')).toBe(later < waits ? 'sso_enforced' : undefined);
        expect(policy.sso).toBe(true);
      }),
    );
  });

  test('that was confirmed holds for good', () => {
    fc.assert(
      fc.property(seconds, seconds, seconds, (waits, confirmed, later) => {
        fc.pre(confirmed < waits);
        expect(policyAt(enforced(waits, confirmed), afterNoon(later))).toEqual(enforced(waits, confirmed));
      }),
    );
  });

  test('reads the same however often and on however many replicas it is read', () => {
    fc.assert(
      fc.property(seconds, fc.option(seconds), seconds, (waits, confirmed, later) => {
        const stored = enforced(waits, confirmed);
        const once = policyAt(stored, afterNoon(later));
        expect(policyAt(once, afterNoon(later))).toEqual(once);
        expect(hasReverted(once, afterNoon(later))).toBe(false);
      }),
    );
  });

  test('by the operator waits for nobody', () => {
    const byOperator = { ...enforced(60, null), enforcement: null };
    expect(policyAt(byOperator, afterNoon(1_000_000))).toEqual(byOperator);
  });
});
