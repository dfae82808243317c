import type { Browser } from './browser.ts';
import { ADMIN, type TestServer } from './test-server.ts';

/** A browser that is signed in to the administration, with the header its pages send. */
export async function signInAdministrator(
  server: TestServer,
  { email, password }: Pick<typeof ADMIN, 'email' | 'password'> = ADMIN,
): Promise<Browser> {
  const browser = server.browser({ headers: { 'x-latchkey-admin': '1' } });
  const { statusCode, body } = await browser.send('POST', '/admin-api/v1/session', { email, password });
  if (statusCode !== 200) throw new Error(`The administrator could not sign in: ${body}`);
  return browser;
}
