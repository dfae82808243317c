import { askForPasswordReset, DomainError, type Origin, provePasswordReset, resetPassword } from '@latchkey/core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastLetter } from './testing/last-letter.ts';
import { ADMIN, startSetUpServer, type TestServer } from './testing/test-server.ts';

const ORIGIN: Origin = { ip: '127.0.0.1', userAgent: 'test', reference: 'TEST-1' };
const NEW_PASSWORD = 'violet harbour 7';

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer({
    LATCHKEY_LIMITS: 'mail-code=off,mail-network=off,code-account-network=off,code-account=off',
  });
});
afterEach(() => server.close());

const outcome = async <T>(work: Promise<T>): Promise<T | string> =>
  work.catch((error: unknown) => {
    if (error instanceof DomainError) return error.code;
    throw error;
  });

/** What the page holds, and what must be true of it. */
interface Model {
  /** The token of the newest letter, while its code may still be tried. */
  sent: { token: string; code: string; tries: number; until: number } | undefined;
  proven: { token: string; until: number } | undefined;
  older: string[];
  now: number;
}

const event = fc.oneof(
  fc.constant({ kind: 'ask' as const }),
  fc.constant({ kind: 'type' as const }),
  fc.constant({ kind: 'mistype' as const }),
  fc.constant({ kind: 'type older' as const }),
  fc.constant({ kind: 'reset' as const }),
  fc.constant({ kind: 'skip' as const }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 100, 299, 300) }),
);

test('a code for a new password, through any sequence of events, works once, in order, in time and five times wrong at most', async () => {
  const { platform } = server.context;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const model: Model = { sent: undefined, proven: undefined, older: [], now: 0 };
      const prove = (token: string, code: string) =>
        outcome(provePasswordReset(platform, ORIGIN, { email: ADMIN.email, token, code }));
      for (const step of events) {
        switch (step.kind) {
          case 'wait':
            server.advance(step.seconds);
            model.now += step.seconds;
            break;
          case 'ask': {
            server.advance(1);
            model.now += 1;
            const asking = { email: ADMIN.email, language: 'en-US' as const, registerLink: '' };
            const token = await askForPasswordReset(platform, ORIGIN, asking);
            const { code } = await lastLetter(server, 'password_reset_code', ADMIN.email);
            if (model.sent !== undefined) model.older.push(model.sent.token);
            model.sent = { token, code, tries: 0, until: model.now + 300 };
            model.proven = undefined;
            break;
          }
          case 'type': {
            const { sent } = model;
            if (sent === undefined) break;
            const answer = await prove(sent.token, sent.code);
            if (model.now < sent.until && sent.tries < 5) {
              expect(answer).toMatchObject({ email: ADMIN.email });
              if (typeof answer !== 'string') model.proven = { token: answer.token, until: model.now + 300 };
              model.sent = undefined;
            } else expect(answer).toBe('invalid_or_expired_token');
            break;
          }
          case 'mistype': {
            const { sent } = model;
            if (sent === undefined) break;
            const isAlive = model.now < sent.until && sent.tries < 5;
            const answer = await prove(sent.token, 'wrong!');
            expect(answer).toBe(isAlive ? 'email_code_error' : 'invalid_or_expired_token');
            if (isAlive) sent.tries += 1;
            break;
          }
          case 'type older':
            for (const token of model.older) expect(await prove(token, '000000')).toBe('invalid_or_expired_token');
            break;
          case 'skip': {
            if (model.sent === undefined) break;
            const skipping = { token: model.sent.token, password: NEW_PASSWORD };
            expect(await outcome(resetPassword(platform, ORIGIN, skipping))).toBe('invalid_or_expired_token');
            break;
          }
          case 'reset': {
            const { proven } = model;
            if (proven === undefined) break;
            const answer = await outcome(
              resetPassword(platform, ORIGIN, { token: proven.token, password: NEW_PASSWORD }),
            );
            expect(answer).toBe(model.now < proven.until ? undefined : 'invalid_or_expired_token');
            if (answer === undefined) model.proven = undefined;
            break;
          }
        }
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
