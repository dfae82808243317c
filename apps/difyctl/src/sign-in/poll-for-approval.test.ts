import { createClient } from '@latchkey/sdk';
import { describe, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { scriptedSend } from '../testing/scripted-send.ts';
import { pollForApproval } from './poll-for-approval.ts';

const GRANT = {
  deviceCode: 'dc_1',
  userCode: 'EFAM-S55K',
  verificationUri: 'https://h/device',
  expiresInSeconds: 900,
  intervalSeconds: 5,
};
const PENDING = { status: 400, body: { error: 'authorization_pending' } };
const SLOW_DOWN = { status: 400, body: { error: 'slow_down' } };
const APPROVED = { status: 200, body: { token: 'dfoa_1', account: { id: '1', email: 'a@b.cc', name: 'A' } } };
const LOST = new Failure('network_connection', 'Unable to connect.');

function poll(...steps: Parameters<typeof scriptedSend>) {
  const clock = new FakeClock();
  const { send, requests } = scriptedSend(...steps);
  const troubles: string[] = [];
  const client = createClient({ base: 'https://h', send });
  const approval = pollForApproval({ client, clock, grant: GRANT, onTrouble: (what) => troubles.push(what) });
  return { approval, clock, troubles, requests };
}

describe('polling for an approval', () => {
  test('asks at once, then at the server’s interval', async () => {
    const { approval, clock } = poll(PENDING, PENDING, APPROVED);
    expect(await approval).toMatchObject({ token: 'dfoa_1', account: { email: 'a@b.cc' } });
    expect(clock.naps).toEqual([5, 5]);
  });

  test('adds five seconds for good at every slow_down', async () => {
    const { approval, clock } = poll(SLOW_DOWN, PENDING, SLOW_DOWN, PENDING, APPROVED);
    await approval;
    expect(clock.naps).toEqual([10, 10, 15, 15]);
  });

  test('ends when the code’s time is over, with one last question', async () => {
    const { approval, clock, requests } = poll(PENDING);
    await expect(approval).rejects.toMatchObject({ code: 'expired_token' });
    expect(clock.naps.reduce((sum, nap) => sum + nap)).toBe(900);
    expect(requests).toHaveLength(181);
  });

  test.each([
    ['a lost network', LOST],
    ['429', { status: 429, body: 'slow' }],
    ['500', { status: 500 }],
    ['503', { status: 503, body: '<p>' }],
    ['408', { status: 408 }],
  ])('survives %s and tells it once', async (_, step) => {
    const { approval, clock, troubles } = poll(step, step, step, step, step, PENDING, APPROVED);
    expect(await approval).toMatchObject({ token: 'dfoa_1' });
    expect(troubles).toHaveLength(1);
    expect(clock.naps).toEqual([5, 5, 5, 8, 16, 5]);
  });

  test('tells every new outage', async () => {
    const { approval, troubles } = poll(LOST, PENDING, LOST, APPROVED);
    await approval;
    expect(troubles).toEqual(['Unable to connect.', 'Unable to connect.']);
  });

  test('waits as long as the server asks for, up to a minute', async () => {
    const limited = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });
    const { approval, clock } = poll(limited('20'), limited('3600'), APPROVED);
    await approval;
    expect(clock.naps).toEqual([20, 60]);
  });

  test('gives a lost network no longer than the code lives', async () => {
    const { approval, clock } = poll(LOST);
    await expect(approval).rejects.toMatchObject({ code: 'expired_token' });
    expect(clock.naps.reduce((sum, nap) => sum + nap)).toBeLessThan(900 + 60);
  });

  test.each([
    [{ status: 400, body: { error: 'access_denied' } }, 'access_denied'],
    [{ status: 400, body: { error: 'expired_token' } }, 'expired_token'],
    [{ status: 404 }, 'unsupported_endpoint'],
    [{ status: 401, body: { code: 'unauthorized', message: 'no', status: 401 } }, 'unknown'],
  ])('ends at once on %o', async (step, code) => {
    const { approval, requests } = poll(PENDING, step);
    await expect(approval).rejects.toMatchObject({ code });
    expect(requests).toHaveLength(2);
  });
});
