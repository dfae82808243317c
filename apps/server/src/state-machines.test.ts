import type { ConsoleSessionId } from '@latchkey/contract/vocabulary';
import {
  type AdmittedSession,
  authenticateSession,
  DomainError,
  decideDeviceGrant,
  type Origin,
  redeemDeviceGrant,
  refreshSession,
  requestDeviceGrant,
  setUpInstance,
  signInWithPassword,
  signOut,
  viewDeviceGrant,
} from '@latchkey/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, startTestServer, type TestServer } from './testing/test-server.ts';

const ORIGIN: Origin = { ip: '127.0.0.1', userAgent: 'test', reference: 'TEST-1' };
const RUNS = { numRuns: 60 };

let server: TestServer;
let person: AdmittedSession;

beforeEach(async () => {
  server = await startTestServer({
    LATCHKEY_LIMITS: 'device-code=off,device-lookup=off,device-decision=off,password-network=off',
  });
  await setUpInstance(server.context.platform, ORIGIN, { ...ADMIN, language: 'en-US' });
  person = await authenticateSession(server.context.platform, (await signIn()).sessionId);
});
afterEach(() => server.close());

async function signIn(): Promise<{ sessionId: ConsoleSessionId; refreshToken: string }> {
  const result = await signInWithPassword(server.context.platform, ORIGIN, {
    email: ADMIN.email,
    passwords: [ADMIN.password],
  });
  if (result.kind !== 'signed_in') throw new Error(result.kind);
  return { sessionId: result.session.id, refreshToken: result.refreshToken };
}

/** What a use case answers: its code when it refuses. */
const outcome = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('a device grant, through any sequence of events', () => {
  const event = fc.oneof(
    fc.constant({ kind: 'view' as const }),
    fc.constant({ kind: 'approve' as const }),
    fc.constant({ kind: 'deny' as const }),
    fc.constant({ kind: 'poll' as const }),
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 4, 5, 10, 60, 300, 899) }),
  );

  test('hands over at most one token, only while approved and in time, and slows whoever hurries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
        const { platform } = server.context;
        const { deviceCode, userCode } = await requestDeviceGrant(platform, ORIGIN, {
          clientId: 'difyctl',
          deviceLabel: 'vm',
        });
        const model = { status: 'pending', age: 0, expires: 900, interval: 5, sincePoll: Number.POSITIVE_INFINITY };
        const isExpired = () => model.age >= model.expires;
        for (const { kind, ...rest } of events) {
          if (kind === 'wait' && 'seconds' in rest) {
            server.advance(rest.seconds);
            model.age += rest.seconds;
            model.sincePoll += rest.seconds;
          } else if (kind === 'view') {
            const expected = isExpired()
              ? 'expired_or_unknown'
              : model.status === 'pending'
                ? 'ok'
                : 'already_resolved';
            expect(await outcome(viewDeviceGrant(platform, ORIGIN, person, userCode))).toBe(expected);
          } else if (kind === 'poll') {
            expect(await outcome(redeemDeviceGrant(platform, ORIGIN, { deviceCode, clientId: 'difyctl' }))).toBe(
              poll(),
            );
          } else {
            const status = kind === 'approve' ? 'approved' : 'denied';
            const expected = isExpired()
              ? 'expired_or_unknown'
              : model.status === 'pending'
                ? 'ok'
                : 'already_resolved';
            expect(await outcome(decideDeviceGrant(platform, ORIGIN, person, userCode, status))).toBe(expected);
            if (expected !== 'ok') continue;
            model.status = status;
            if (status === 'approved') model.expires = Math.max(model.expires, model.age + 60);
          }
        }

        function poll(): string {
          if (isExpired()) return 'expired_token';
          if (model.sincePoll < model.interval) {
            model.interval += 5;
            model.sincePoll = 0;
            return 'slow_down';
          }
          if (model.status === 'redeemed') return 'expired_token';
          if (model.status === 'approved') {
            model.status = 'redeemed';
            return 'ok';
          }
          model.sincePoll = 0;
          return model.status === 'denied' ? 'access_denied' : 'authorization_pending';
        }
      }),
      RUNS,
    );
  }, 60_000);
});

describe('a console session, through any sequence of events', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('renew' as const), token: fc.nat({ max: 5 }) }),
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 29, 30, 3600, 86_400, 29 * 86_400) }),
    fc.constant({ kind: 'sign out' as const }),
  );

  test('renews by its newest token until it ends, and ends for good when a used one returns late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 15 }), async (events) => {
        const { platform } = server.context;
        const { sessionId, refreshToken } = await signIn();
        const { session } = await authenticateSession(platform, sessionId);
        const tokens = [{ text: refreshToken, issued: 0, used: null as number | null }];
        let age = 0;
        let isEnded = false;
        for (const happens of events) {
          if (happens.kind === 'wait') {
            server.advance(happens.seconds);
            age += happens.seconds;
          } else if (happens.kind === 'sign out') {
            await signOut(platform, ORIGIN, session);
            isEnded = true;
          } else {
            const token = tokens[happens.token % tokens.length];
            if (token === undefined) throw new Error('no token');
            const isInTime = age < 90 * 86_400 && age < token.issued + 30 * 86_400;
            const isLate = token.used !== null && age >= token.used + 30;
            const renews = !isEnded && isInTime && !isLate;
            const answer = await refreshSession(platform, ORIGIN, token.text).catch((error: unknown) => error);
            expect(answer instanceof DomainError).toBe(!renews);
            if (isInTime && isLate) isEnded = true;
            if (
              !(answer instanceof DomainError) &&
              answer !== null &&
              typeof answer === 'object' &&
              'refreshToken' in answer
            ) {
              token.used ??= age;
              tokens.push({ text: String(answer.refreshToken), issued: age, used: null });
            }
          }
          const isOpen = (await outcome(authenticateSession(platform, sessionId))) === 'ok';
          expect(isOpen).toBe(!isEnded && age < 90 * 86_400);
        }
      }),
      RUNS,
    );
  }, 60_000);
});
