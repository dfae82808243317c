import { lastLetter } from './last-letter.ts';
import type { TestServer } from './test-server.ts';

/** What somebody does who has forgotten their password and reads their mail. */
export async function resetForgottenPassword(server: TestServer, email: string, next: string): Promise<void> {
  const api = '/console/api/forgot-password';
  const browser = server.browser();
  const { data: token } = (await browser.send('POST', api, { email })).json();
  const { code } = await lastLetter(server, 'password_reset_code', email.toLowerCase());
  const { token: proven } = (await browser.send('POST', `${api}/validity`, { email, code, token })).json();
  const passwords = { new_password: next, password_confirm: next };
  const { statusCode, body } = await browser.send('POST', `${api}/resets`, { token: proven, ...passwords });
  if (statusCode !== 200) throw new Error(`${email} has no new password: ${body}`);
}
