import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookiesOf } from './cookies-of.ts';
import { type Asked, type DifyAnswer, refuse } from './dify-answer.ts';
import type { DifyPeople } from './dify-people.ts';
import type { DifySessions } from './dify-sessions.ts';

interface Parts {
  readonly people: DifyPeople;
  readonly sessions: DifySessions;
  /** Passwords and codes come as base64. */
  readonly encodesSecrets: boolean;
  readonly initPassword: string | undefined;
  readonly mailed: string[];
}

const SUCCESS = { result: 'success' };

/** What anybody may ask a Dify. */
export function openRoutes(parts: Parts): Readonly<Record<string, (asked: Asked) => DifyAnswer>> {
  const { people, sessions, encodesSecrets, initPassword, mailed } = parts;
  const codes = new Map<string, { email: string; code: string }>();
  const initialised = new Set<string>();
  const decode = (text = '') => (encodesSecrets ? Buffer.from(text, 'base64').toString() : text);
  const isSetUp = () => people.all.length > 0;
  const mayBeSetUp = (request: IncomingMessage) =>
    initPassword === undefined || initialised.has(cookiesOf(request).get('session') ?? '');

  return {
    'GET /system-features': () => ({ body: { enable_marketplace: true, is_allow_register: false } }),
    'GET /setup': () => ({ body: { step: isSetUp() ? 'finished' : 'not_started', setup_at: null } }),
    'GET /init': ({ request }) => ({
      body: { status: isSetUp() || mayBeSetUp(request) ? 'finished' : 'not_started' },
    }),
    'POST /init': ({ response, body }) => {
      if (body.password !== initPassword) return envelopeC(401, 'authentication_error', 'Unauthorized');
      const session = randomBytes(8).toString('hex');
      initialised.add(session);
      response.setHeader('set-cookie', `session=${session}; HttpOnly; Path=/`);
      return { status: 201, body: SUCCESS };
    },
    'POST /setup': ({ request, body: { email = '', name = '', password = '' } }) => {
      if (isSetUp()) return envelopeC(403, 'authorization_error', 'Forbidden');
      if (!mayBeSetUp(request)) return envelopeC(401, 'authentication_error', 'Unauthorized');
      people.add({ email, name, password });
      return { status: 201, body: SUCCESS };
    },
    'POST /login': ({ response, body: { email, password } }) => {
      const person = people.withEmail(email);
      return person !== undefined && person.password === decode(password)
        ? { body: sessions.open(person, response) }
        : refuse(401, 'authentication_failed', 'Invalid email or password.');
    },
    'POST /email-code-login': ({ body: { email = '' } }) => {
      const token = randomBytes(16).toString('hex');
      const code = '314159';
      codes.set(token, { email, code });
      mailed.push(code);
      return { body: { ...SUCCESS, data: token } };
    },
    'POST /email-code-login/validity': ({ response, body: { email, code, token = '' } }) => {
      const sent = codes.get(token);
      const person = people.withEmail(email);
      if (sent === undefined) return refuse(400, 'invalid_or_expired_token', 'The token is invalid or has expired.');
      if (sent.email !== email) return refuse(400, 'invalid_email', 'The email address is not valid.');
      if (sent.code !== decode(code) || person === undefined) {
        return refuse(400, 'email_code_error', 'Email code is invalid or expired.');
      }
      codes.delete(token);
      return { body: sessions.open(person, response) };
    },
    'POST /refresh-token': ({ request, response, body }) => {
      const renewed = sessions.renew(request, response, body);
      return renewed === undefined
        ? { status: 401, body: { result: 'fail', message: 'Invalid refresh token' } }
        : { body: renewed };
    },
  };
}

/** Set-up has an envelope of its own. */
function envelopeC(status: number, type: string, message: string): DifyAnswer {
  return { status, body: { error: { type, message, status } } };
}
