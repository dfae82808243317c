import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '@latchkey/tools/real/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { addMember } from './support/add-member.ts';
import { startApplication } from './support/application.ts';
import { connectOidc } from './support/connect-provider.ts';
import { signInAtOidc } from './support/identity-provider.ts';
import { ANN, setUpInBrowser, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';
import { publisher } from './support/webapps.ts';

/** Takes the pictures in docs/screenshots: every page, in both themes. */
const FOLDER = join(import.meta.dirname, '../docs/screenshots');
const SETTLED_MS = 400;

type Theme = 'light' | 'dark';

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const theme of ['light', 'dark'] as const) await walk(browser, theme);
await browser.close();

async function walk(browser: Browser, theme: Theme): Promise<void> {
  await using server = await Server.start({ LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on' });
  const context = await browser.newContext({
    colorScheme: theme,
    locale: 'en-US',
    viewport: { width: 1100, height: 760 },
  });
  const page = await context.newPage();
  const shoot = (name: string): Promise<void> => picture(page, `${name}-${theme}`);

  await page.goto(server.setUpLink);
  await page.getByLabel('Your name').waitFor();
  await shoot('setup');
  await setUpInBrowser(page, server.setUpLink);
  const toTheme = page.getByRole('button', { name: `Use ${theme} theme` });
  if ((await toTheme.count()) > 0) await toTheme.click();

  const code = async (label: string): Promise<string> => {
    const asked = await new Visitor(server.address).post('/openapi/v1/oauth/device/code', {
      client_id: 'difyctl',
      device_label: label,
    });
    return (await asked.json()).user_code;
  };
  await page.goto(`${server.address}/device`);
  await page.getByLabel('Code from the terminal').waitFor();
  await shoot('device-code');
  await page.goto(`${server.address}/device?user_code=${await code('difyctl on build-runner-3')}`);
  await page.getByRole('button', { name: 'Approve this terminal' }).waitFor();
  await shoot('device-confirm');
  await page.getByRole('button', { name: 'Approve this terminal' }).click();
  await page.getByRole('heading', { name: 'The terminal is signed in' }).waitFor();
  await shoot('device-approved');
  await page.goto(`${server.address}/device?user_code=${await code('difyctl on laptop')}`);
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByRole('heading', { name: 'You denied the terminal' }).waitFor();
  await shoot('device-denied');
  await page.goto(`${server.address}/device?user_code=AAAA-AAAA`);
  await page.getByRole('heading', { name: 'This code does not work' }).waitFor();
  await shoot('device-expired');
  await page.goto(`${server.address}/account`);
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await shoot('account');
  await page.goto(`${server.address}/nowhere`);
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  await shoot('missing');
  await context.clearCookies();
  await page.goto(`${server.address}/signin`);
  await page.getByLabel('E-mail address').waitFor();
  await shoot('signin');
  await signInOnPage(page, { ...ANN, password: 'not it 123' });
  await page.getByRole('alert').waitFor();
  await shoot('signin-refused');
  await walkDoors(page, server, shoot);
  await walkWebApps(page, server, shoot);
  await walkAdministration(page, server, shoot);
  await walkSingleSignOn(page, server, shoot);
  await context.close();
}

type Shoot = (name: string) => Promise<void>;

/** The ways in beside the password, and what a member meets behind them. */
async function walkDoors(page: Page, server: Server, shoot: Shoot): Promise<void> {
  await setSignInPolicy(server, { email_code: true, allow_registration: true });
  await page.goto(`${server.address}/signin`);
  await page.getByRole('button', { name: 'Use a code instead' }).waitFor();
  await shoot('signin-both');
  await page.getByRole('button', { name: 'Use a code instead' }).click();
  await page.getByLabel('E-mail address').fill(ANN.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the letter').waitFor();
  await shoot('signin-code');
  for (const [path, name] of [
    ['/signup', 'signup'],
    ['/reset-password', 'reset-password'],
    ['/set-password#gone', 'set-password-over'],
    ['/activate?token=gone', 'activate-over'],
  ] as const) {
    await page.goto(server.address + path);
    await page.getByRole('heading').first().waitFor();
    await shoot(name);
  }
  const ann = new Visitor(server.address);
  await ann.signIn();
  const invited = await ann.post('/console/api/workspaces/current/members/invite-email', {
    emails: ['bo.lindqvist@example.com'],
    role: 'editor',
  });
  const [{ url }] = (await invited.json()).invitation_results;
  await page.goto(url);
  await page.getByRole('button', { name: 'Send me a code' }).waitFor();
  await shoot('activate');
  await page.goto(`${server.address}/signin`);
  await signInOnPage(page);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.goto(`${server.address}/members`);
  await page.getByText('bo.lindqvist@example.com').first().waitFor();
  await shoot('members');
}

/** Publishing apps and choosing who opens them; then the doors of apps, as others meet them. */
async function walkWebApps(page: Page, server: Server, shoot: Shoot): Promise<void> {
  await using application = await startApplication();
  const ann = await publisher(server);
  const mel = await addMember(server, { name: 'Mel Okafor', email: 'mel.okafor@example.com' });
  await ann.group('Editors', mel.email, ANN.email);
  const board = await ann.publish('Board', application.address);
  const quiz = await ann.publish('Quiz', application.address, { access_mode: 'public' });
  await ann.ask(quiz, { passphrase: 'open sesame' });
  const open = async (path: string, heading: string) => {
    await page.goto(server.address + path);
    await page.getByRole('heading', { name: heading }).first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  await open('/', 'Apps you may open');
  await shoot('home');
  await open('/webapps', 'WebApps of');
  await shoot('webapps');
  await open('/groups', 'Groups');
  await page.getByRole('link', { name: 'Editors' }).click();
  await page.getByRole('heading', { name: 'Members: 2' }).waitFor();
  await shoot('group');
  await open(`/webapps/${board.id}`, 'Board');
  await page.getByRole('button', { name: 'Change who may open it' }).click();
  await page.getByLabel('Find groups and people').fill('edit');
  await page.getByRole('button', { name: 'Add Editors' }).click();
  await page.getByText('People who can open it: 2').waitFor();
  await shoot('webapp-access');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('E-mail address of the person').fill(mel.email);
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('Mel Okafor cannot open it.').waitFor();
  await shoot('webapp');
  await page.goto(board.url);
  await page.getByRole('heading', { name: 'Board is not open to you' }).waitFor();
  await shoot('webapp-refused');
  await page.goto(quiz.url);
  await page.getByRole('heading', { name: 'Quiz asks for a passphrase' }).waitFor();
  await shoot('webapp-passphrase');
  await ann.choose(board, { access_mode: 'private_all' });
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.goto(board.url);
  await page.getByRole('heading', { name: 'Sign in to open Board' }).waitFor();
  await shoot('webapp-signin');
  await page.context().addCookies(cookies);
}

async function walkAdministration(page: Page, server: Server, shoot: Shoot): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await new Visitor(server.address).signIn({ ...ANN, email: 'chiyo.tanaka@example.com' });
  }
  await page.goto(`${server.address}/admin`);
  await page.getByLabel('E-mail address').waitFor();
  await shoot('admin-signin');
  await signInOnPage(page);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  const people = ['members', 'invitations', 'workspaces', 'administrators'] as const;
  const apps = ['webapps', 'groups', 'external-users'] as const;
  for (const name of ['overview', 'methods', ...people, ...apps, 'mail', 'attempts', 'audit', 'settings'] as const) {
    await page.goto(`${server.address}/admin${name === 'overview' ? '' : `/${name}`}`);
    await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await shoot(`admin-${name}`);
  }
}

/** A provider connected, tested, enforced; and what people meet on the way through it. */
async function walkSingleSignOn(page: Page, server: Server, shoot: Shoot): Promise<void> {
  const settle = async (heading: string): Promise<void> => {
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  };
  await page.goto(`${server.address}/admin/sso`);
  await settle('Single sign-on');
  await shoot('admin-sso-empty');
  await page.goto(`${server.address}/admin/sso/new`);
  await settle('Connect a provider');
  await shoot('admin-sso-kinds');
  await page.goto(`${server.address}/admin/sso/new?kind=saml`);
  await settle('Connect a SAML provider');
  await shoot('admin-sso-new');

  await using provider = await connectOidc(server, {
    people: {
      ann: { email: ANN.email, email_verified: true, name: 'Ann at Acme', groups: ['engineers', 'on-call'] },
      eve: { email: 'eve@elsewhere.example', email_verified: true, name: 'Eve' },
    },
    settings: { domains: ['acme.example'], uses: ['workspace', 'webapp_external'] },
  });
  await page.goto(`${server.address}/admin/sso/${provider.id}`);
  await settle('Acme ID');
  await shoot('admin-sso-connection');
  await page.getByRole('button', { name: 'Okta' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('admin-sso-guide');
  await page.getByRole('button', { name: 'Close' }).click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const popup = await opened;
  await signInAtOidc(popup, 'ann');
  await popup.getByText('The test passed').waitFor();
  const tested = popup.url();
  await popup.close();
  await page.goto(tested);
  await page.getByText('The test passed').waitFor();
  await shoot('admin-sso-test');
  await page.goto(`${server.address}/admin/sso`);
  await settle('Single sign-on');
  await shoot('admin-sso');
  await page.goto(`${server.address}/admin/methods`);
  await page.getByRole('switch', { name: 'Enforce single sign-on' }).check();
  await page.getByRole('button', { name: 'Review and save' }).click();
  await page.getByLabel('Ends by itself, unless confirmed within').waitFor();
  await shoot('admin-methods-review');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The enforcement waits to be confirmed').waitFor();
  await shoot('admin-methods-enforced');
  await page.context().clearCookies();
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).waitFor();
  await shoot('signin-enforced');
  await setSignInPolicy(server, { sso_enforced: false });
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).waitFor();
  await shoot('signin-sso');
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'ann');
  await settle('Is one of the accounts here yours?');
  await shoot('signin-link-prove');
  await page.getByLabel('Password', { exact: true }).fill(ANN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await settle('Link Acme ID to your account?');
  await shoot('signin-link');
  await page.getByRole('button', { name: 'Link it', exact: true }).click();
  await settle('Acme ID is linked');
  await page.goto(`${server.address}/account#identities`);
  await page.getByRole('button', { name: 'Unlink Acme ID' }).waitFor();
  await shoot('account-identities');

  await page.context().clearCookies();
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'eve');
  await page.getByRole('alert').waitFor();
  await shoot('signin-sso-refused');
  const asked = await new Visitor(server.address).post('/openapi/v1/oauth/device/code', {
    client_id: 'difyctl',
    device_label: 'difyctl on laptop',
  });
  const { user_code } = await asked.json();
  await page.goto(`${server.address}/device?user_code=${user_code}`);
  await settle('Who approves this terminal?');
  await shoot('device-choice');
  await page.getByRole('link', { name: 'I have no account here: use single sign-on' }).click();
  await settle('A terminal asks to act for you');
  await shoot('device-external');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLED_MS);
  // A dialog lies over what is in sight, not over the whole page.
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage });
}
