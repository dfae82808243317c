import { describe, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { scriptedSend } from '../testing/scripted-send.ts';
import { withRetries } from './with-retries.ts';

const LOST = new Failure('network_connection', 'Unable to connect.');
const OK = { status: 200 };
const LIMITED = { code: 'too_many_requests', message: 'rate_limited', status: 429 };

async function ask(method: string, retries: number, ...steps: Parameters<typeof scriptedSend>) {
  const clock = new FakeClock();
  const { send, requests } = scriptedSend(...steps);
  const patient = withRetries(send, { retries, clock, random: () => 1 });
  const outcome = await patient({ method, url: 'https://h/', headers: {} }).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  return { outcome, waits: clock.naps, requests: requests.length };
}

describe('repeating a request', () => {
  test.each([408, 413, 500, 502, 503, 504])('asks four times, ever later, when the answer is %i', async (status) => {
    expect(await ask('GET', 3, { status })).toEqual({ outcome: status, waits: [0.3, 0.6, 1.2], requests: 4 });
  });

  test('asks again when no answer came', async () => {
    expect(await ask('DELETE', 3, LOST, OK)).toEqual({ outcome: 200, waits: [0.3], requests: 2 });
    expect(await ask('PUT', 1, LOST)).toEqual({ outcome: LOST, waits: [0.3], requests: 2 });
  });

  test('never waits longer than half a minute', async () => {
    expect((await ask('GET', 9, { status: 500 })).waits.slice(-2)).toEqual([30, 30]);
  });

  test.each([0, -1])('asks once with %i retries', async (retries) => {
    expect((await ask('GET', retries, { status: 500 })).requests).toBe(1);
  });

  test('asks once for what may not be done twice', async () => {
    expect((await ask('POST', 3, { status: 500 })).requests).toBe(1);
    expect((await ask('POST', 3, LOST)).requests).toBe(1);
  });

  test.each([400, 401, 403, 404, 501])('takes %i for an answer', async (status) => {
    expect((await ask('GET', 3, { status })).requests).toBe(1);
  });

  test.each([
    ['waits as long as it is told', LIMITED, { 'retry-after': '7' }, [7]],
    ['waits a little when it is told nothing', LIMITED, {}, [0.3]],
    ['does not wait longer than a minute', LIMITED, { 'retry-after': '61' }, []],
    ['does not wait for another limit', { ...LIMITED, code: 'rate_limit_error' }, {}, []],
  ])('%s when there were too many requests', async (_, body, headers, waits) => {
    expect((await ask('GET', 3, { status: 429, body, headers }, OK)).waits).toEqual(waits);
  });
});
