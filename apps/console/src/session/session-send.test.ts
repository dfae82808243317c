import type { Send, WireRequest } from '@latchkey/sdk';
import { describe, expect, test } from 'vitest';
import { createSessionSend } from './session-send.ts';

const answer = (status: number, body: unknown) => ({ status, header: () => undefined, text: JSON.stringify(body) });
const get = (url: string): WireRequest => ({ method: 'GET', url, headers: {} });

/** A server whose session is good for one CSRF token only, in a browser that keeps its cookie. */
function browser({ cookie = 'old', valid = 'new', renewal = 200 } = {}) {
  const sent: WireRequest[] = [];
  const state = { cookie, valid };
  const carry: Send = async (request) => {
    sent.push(request);
    if (request.url === '/console/api/refresh-token') {
      if (renewal !== 200) return answer(renewal, { result: 'fail', message: 'Invalid refresh token' });
      state.cookie = state.valid;
      return answer(200, { result: 'success' });
    }
    if (request.url === '/login') return answer(401, { code: 'authentication_failed' });
    return request.headers['x-csrf-token'] === state.valid ? answer(200, {}) : answer(401, { code: 'unauthorized' });
  };
  const send = createSessionSend({ carry, csrfToken: () => state.cookie, alone: (task) => task() });
  const renewals = () => sent.filter(({ url }) => url.endsWith('refresh-token')).length;
  return { send, sent, state, renewals };
}

describe('a session that has run out', () => {
  test('is renewed and the request goes through with the new token', async () => {
    const { send, sent } = browser();
    expect((await send(get('/profile'))).status).toBe(200);
    expect(sent.map(({ url }) => url)).toEqual(['/profile', '/console/api/refresh-token', '/profile']);
  });

  test('is renewed once for all requests under way', async () => {
    const { send, renewals } = browser();
    const answers = await Promise.all([send(get('/a')), send(get('/b')), send(get('/c'))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(renewals()).toBe(1);
  });

  test('is not renewed again when another tab has done so while this one waited', async () => {
    const { state, renewals, sent } = browser();
    const send = createSessionSend({
      carry: async (request) => {
        sent.push(request);
        return request.headers['x-csrf-token'] === 'new' ? answer(200, {}) : answer(401, { code: 'unauthorized' });
      },
      csrfToken: () => state.cookie,
      alone: (task) => {
        state.cookie = 'new';
        return task();
      },
    });
    expect((await send(get('/profile'))).status).toBe(200);
    expect(renewals()).toBe(0);
  });

  test('that cannot be renewed gives back the first refusal', async () => {
    const { send, renewals } = browser({ renewal: 401 });
    expect((await send(get('/profile'))).status).toBe(401);
    expect(renewals()).toBe(1);
  });

  test('is not taken for ended when the server could not renew it', async () => {
    const { send } = browser({ renewal: 503 });
    expect((await send(get('/profile'))).status).toBe(503);
  });
});

test('a wrong password does not renew anything', async () => {
  const { send, renewals } = browser();
  expect((await send(get('/login'))).status).toBe(401);
  expect(renewals()).toBe(0);
});
