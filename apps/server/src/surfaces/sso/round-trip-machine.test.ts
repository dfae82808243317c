import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';

let world: SsoWorld;
let id: string;

beforeAll(async () => {
  world = await startSsoWorld({ LATCHKEY_LIMITS: 'sso-start=off' });
  world.people.ada = { id: 7, email: 'ada@example.com', email_verified: true };
  ({ id } = await world.connectOAuth2());
  await world.setPolicy({ sso: true, create_personal_spaces: true });
}, 60_000);

afterAll(() => world[Symbol.asyncDispose]());

const LIFETIME = 900;
const browser = fc.nat({ max: 1 });
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), browser }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), browser, which: fc.nat({ max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(100, 450, LIFETIME) }),
  },
);

interface Asked {
  readonly callback: string;
  readonly browser: number;
  age: number;
  isUsed: boolean;
}

const signsIn = async (at: Browser, callback: string) => {
  const { headers } = await at.send('GET', callback);
  return headers.location === '/';
};

test('whatever comes when and where, an answer signs in once, in the browser that asked, within its time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const browsers = [world.server.browser(), world.server.browser()] as const;
      const asked: Asked[] = [];
      for (const taken of steps) {
        if (taken.kind === 'wait') {
          world.server.advance(taken.seconds);
          for (const one of asked) one.age += taken.seconds;
          continue;
        }
        const at = browsers[taken.browser === 0 ? 0 : 1];
        if (taken.kind === 'ask') {
          const callback = await world.answerFrom(at, `/sso/${id}/login`, 'ada');
          asked.push({ callback, browser: taken.browser, age: 0, isUsed: false });
          continue;
        }
        const one = asked[taken.which];
        if (one === undefined) continue;
        const isTheirs = one.browser === taken.browser;
        const isGood = isTheirs && !one.isUsed && one.age < LIFETIME;
        expect(await signsIn(at, one.callback)).toBe(isGood);
        if (isGood) one.isUsed = true;
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
