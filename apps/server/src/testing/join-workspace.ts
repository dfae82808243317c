import type { Browser } from './browser.ts';
import { lastLetter } from './last-letter.ts';
import type { TestServer } from './test-server.ts';

export const MEMBER_PASSWORD = 'marble fountain 4';

/** Somebody new whom `inviter` invites, and who accepts by the letter; the browser they are signed in with. */
export async function joinWorkspace(
  server: TestServer,
  inviter: Browser,
  email: string,
  role = 'normal',
): Promise<Browser> {
  await inviter.send('POST', '/console/api/workspaces/current/members/invite-email', { emails: [email], role });
  const { link } = await lastLetter(server, 'invitation', email);
  const browser = server.browser();
  const { statusCode, body } = await browser.send('POST', '/console/api/activate', {
    token: new URL(link).hash.slice(1),
    name: email.slice(0, email.indexOf('@')),
    interface_language: 'en-US',
    timezone: 'UTC',
    password: MEMBER_PASSWORD,
  });
  if (statusCode !== 200) throw new Error(`${email} could not join: ${body}`);
  return browser;
}
