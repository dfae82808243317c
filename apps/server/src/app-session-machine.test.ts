import type { WebAppId } from '@latchkey/contract/vocabulary';
import {
  type AdmittedSession,
  authenticateSession,
  changeAccess,
  changeConditions,
  changeWebApp,
  createWebApp,
  DomainError,
  enterWebApp,
  judgeRequest,
  type Origin,
  openAppSession,
  setUpInstance,
  signInWithPassword,
  signOut,
} from '@latchkey/core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMIN, startTestServer, type TestServer } from './testing/test-server.ts';

const ORIGIN: Origin = { ip: '127.0.0.1', userAgent: 'test', reference: 'TEST-1' };
const CODE_SECONDS = 60;
const SESSION_SECONDS = 12 * 3600;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ LATCHKEY_LIMITS: 'password-network=off,webapp-passphrase=off' });
  await setUpInstance(server.context.platform, ORIGIN, { ...ADMIN, language: 'en-US' });
});
afterEach(() => server.close());

const event = fc.oneof(
  fc.record({ kind: fc.constant('enter' as const), knows: fc.boolean() }),
  fc.record({ kind: fc.constant('exchange' as const), isOwnBrowser: fc.constantFrom(true, true, true, false) }),
  fc.constant({ kind: 'visit' as const }),
  fc.constant({ kind: 'sign in' as const }),
  fc.constant({ kind: 'sign out' as const }),
  fc.record({ kind: fc.constant('choose' as const), isChosen: fc.boolean() }),
  fc.record({ kind: fc.constant('switch' as const), isEnabled: fc.boolean() }),
  fc.record({ kind: fc.constant('passphrase' as const), isSet: fc.boolean() }),
  fc.record({
    kind: fc.constant('wait' as const),
    seconds: fc.constantFrom(1, CODE_SECONDS - 1, CODE_SECONDS, SESSION_SECONDS - 1),
  }),
);

/** One browser, one app, and what must be true of them. `proven` and `passphrase` count the passphrases; 0 is none. */
interface Model {
  now: number;
  isSignedIn: boolean;
  isChosen: boolean;
  isEnabled: boolean;
  passphrase: number;
  code: { readonly value: string; readonly until: number; readonly proven: number } | undefined;
  session:
    | { readonly token: string; readonly until: number; readonly proven: number; isOfThisSignIn: boolean }
    | undefined;
}

/** What the gate must say, in the order in which it asks. */
function expected(model: Model, { isSignedIn, proven }: { isSignedIn: boolean; proven: number }): string {
  if (!model.isEnabled) return 'webapp_disabled';
  if (!isSignedIn) return 'sign_in_needed';
  if (!model.isChosen) return 'not_chosen';
  return model.passphrase !== 0 && proven !== model.passphrase ? 'passphrase_needed' : 'allowed';
}

function expectedVisit(model: Model): string {
  const session = model.session !== undefined && model.now < model.session.until ? model.session : undefined;
  const isSignedIn = session?.isOfThisSignIn === true && model.isSignedIn;
  return expected(model, { isSignedIn, proven: session?.proven ?? 0 });
}

test('a session at a WebApp, through any sequence of events, opens it exactly while everything that decides says so', async () => {
  const { platform } = server.context;
  let apps = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
      let person = await signIn();
      apps += 1;
      const { id, code: appCode } = await createWebApp(platform, ORIGIN, person, {
        name: 'Wiki',
        code: `wiki-${apps}`,
        icon: null,
        host: null,
        upstream: 'https://wiki.example',
      });
      const model: Model = {
        now: 0,
        isSignedIn: true,
        isChosen: true,
        isEnabled: true,
        passphrase: 0,
        code: undefined,
        session: undefined,
      };
      let passphrases = 0;
      let words = '';
      await choose(id, person, true);
      for (const step of events) {
        switch (step.kind) {
          case 'wait':
            server.advance(step.seconds);
            model.now += step.seconds;
            break;
          case 'sign in':
            if (model.isSignedIn) break;
            person = await signIn();
            model.isSignedIn = true;
            if (model.session !== undefined) model.session.isOfThisSignIn = false;
            break;
          case 'sign out':
            if (!model.isSignedIn) break;
            await signOut(platform, ORIGIN, person.session);
            model.isSignedIn = false;
            break;
          case 'choose':
            await changing(model, () => {
              model.isChosen = step.isChosen;
              return choose(id, person, step.isChosen);
            });
            break;
          case 'switch':
            await changing(model, () => {
              model.isEnabled = step.isEnabled;
              return changeWebApp(platform, ORIGIN, person, id, { isEnabled: step.isEnabled });
            });
            break;
          case 'passphrase':
            await changing(model, () => {
              passphrases += step.isSet ? 1 : 0;
              model.passphrase = step.isSet ? passphrases : 0;
              words = `open sesame ${passphrases}`;
              return changeConditions(platform, ORIGIN, person, id, { passphrase: step.isSet ? words : null });
            });
            break;
          case 'enter': {
            const webApp = await platform.store.webApps.find(id);
            if (webApp === undefined) throw new Error('no app');
            const guest = model.isSignedIn
              ? { kind: 'member' as const, session: await authenticateSession(platform, person.session.id) }
              : { kind: 'nobody' as const };
            const proven = step.knows ? model.passphrase : 0;
            const nonceHash = platform.secrets.digest('nonce');
            const passphrase = step.knows ? words : undefined;
            const answer = await outcome(enterWebApp(platform, ORIGIN, { webApp, guest, nonceHash, passphrase }));
            const wanted = expected(model, { isSignedIn: model.isSignedIn, proven });
            if (wanted === 'allowed') {
              expect(answer).toMatch(/^[\w-]{43}$/);
              model.code = { value: String(answer), until: model.now + CODE_SECONDS, proven };
            } else expect(answer).toBe(wanted);
            break;
          }
          case 'exchange': {
            if (model.code === undefined) break;
            const { value: code, until, proven } = model.code;
            const nonce = step.isOwnBrowser ? 'nonce' : 'another';
            const tokens = model.session === undefined ? [] : [model.session.token];
            const answer = await outcome(openAppSession(platform, { webAppId: id, code, nonce, tokens }));
            if (!step.isOwnBrowser || model.now >= until) {
              expect(answer).toBe('entry_expired');
              break;
            }
            const isKept = model.session !== undefined && model.now < model.session.until;
            const before = isKept ? (model.session?.proven ?? 0) : 0;
            const isOfThisSignIn = (await signInBehind(String(answer))) === person.session.id;
            model.session = {
              token: String(answer),
              until: model.now + SESSION_SECONDS,
              proven: proven === 0 ? before : proven,
              isOfThisSignIn,
            };
            // It worked once.
            expect(await outcome(openAppSession(platform, { webAppId: id, code, nonce, tokens: [] }))).toBe(
              'entry_expired',
            );
            model.code = undefined;
            break;
          }
          case 'visit':
            expect(await visit(appCode, model)).toBe(expectedVisit(model));
            break;
        }
      }
      expect(await visit(appCode, model)).toBe(expectedVisit(model));
    }),
    { numRuns: 40 },
  );

  /** A code may have been cut before the person signed out and in again: then it is for a sign-in that has ended. */
  async function signInBehind(token: string) {
    const opened = await platform.store.appSessions.findVisit(platform.secrets.digest(token), platform.clock());
    return opened?.session.consoleSessionId;
  }

  async function visit(code: string, model: Model): Promise<string> {
    const tokens = model.session === undefined ? [] : [model.session.token];
    const judgement = await judgeRequest(platform, { code }, { tokens, ip: ORIGIN.ip });
    return judgement?.decision.kind === 'refused' ? judgement.decision.reason : 'allowed';
  }

  /** A change answers how many it shut out, and what it ended stays ended. */
  async function changing(model: Model, change: () => Promise<number>): Promise<void> {
    const isOpen = expectedVisit(model) === 'allowed';
    const ended = await change();
    const isShutOut = isOpen && expectedVisit(model) !== 'allowed';
    expect(ended).toBe(isShutOut ? 1 : 0);
    if (isShutOut) model.session = undefined;
  }
}, 60_000);

async function signIn(): Promise<AdmittedSession> {
  const { platform } = server.context;
  const { email, password } = ADMIN;
  const result = await signInWithPassword(platform, ORIGIN, { email, passwords: [password] });
  if (result.kind !== 'signed_in') throw new Error(result.kind);
  return authenticateSession(platform, result.session.id);
}

function choose(id: WebAppId, person: AdmittedSession, isChosen: boolean): Promise<number> {
  const accountIds = isChosen ? [person.account.id] : [];
  return changeAccess(server.context.platform, ORIGIN, person, id, { accessMode: 'private', groupIds: [], accountIds });
}

/** What a use case answers: its code when it refuses. */
async function outcome<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
