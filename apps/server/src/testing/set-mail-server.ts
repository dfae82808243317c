import type { Browser } from './browser.ts';
import { signInAdministrator } from './sign-in-administrator.ts';
import type { TestServer } from './test-server.ts';

const MAIL = { host: '127.0.0.1', encryption: 'none', user: null, ehlo_name: null };

/** Sets an SMTP server of this machine, as an administrator does on the page; answers that administrator's browser. */
export async function setMailServer(server: TestServer, { port }: { readonly port: number }): Promise<Browser> {
  const admin = await signInAdministrator(server);
  const wanted = { ...MAIL, port, from_name: '', from_address: 'latchkey@example.com' };
  const { statusCode, body } = await admin.send('PUT', '/admin-api/v1/mail', wanted);
  if (statusCode !== 200) throw new Error(`The mail server was not set: ${body}`);
  return admin;
}
