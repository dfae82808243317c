import { type RunningSimpleSamlPhp, startSimpleSamlPhp } from '@latchkey/sso/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { freePort } from './support/free-port.ts';
import { signInAtSaml } from './support/identity-provider.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

const PEOPLE = {
  ann: { mail: [ANN.email], email: [ANN.email], displayName: ['Ann at the university'] },
  dee: { mail: ['dee@example.com'], email: ['dee@example.com'], displayName: ['Dee'], groups: ['staff'] },
};

let browser: Browser;
let server: Server;
let port: number;
let provider: RunningSimpleSamlPhp | undefined;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({
    LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on',
    LATCHKEY_SSO_PROVEN_DOMAINS: 'example.com',
  });
  await setUp(server);
  port = await freePort();
});
afterAll(async () => {
  await browser.close();
  await provider?.stop();
  await server[Symbol.asyncDispose]();
});

/** The provider, set up with what the connection shows; it has a new key each time. */
async function startProvider(connectionPage: Page): Promise<RunningSimpleSamlPhp> {
  const metadata = await (await fetch(await connectionPage.getByLabel('Our metadata').inputValue())).text();
  const [, certificate = ''] = /use="signing".*?<(?:\w+:)?X509Certificate>([^<]+)</s.exec(metadata) ?? [];
  return startSimpleSamlPhp({
    port,
    people: PEOPLE,
    serviceProviders: [
      {
        entityId: await connectionPage.getByLabel('Entity id (audience)').inputValue(),
        callbackUrl: await connectionPage.getByLabel('ACS address (reply URL)').inputValue(),
        certificate,
      },
    ],
  });
}

async function readMetadata(page: Page): Promise<void> {
  await page.getByLabel('Address of the metadata').fill(`http://127.0.0.1:${port}/saml2/idp/metadata.php`);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText(/^Read: http.*Certificates: 1\./).waitFor();
}

async function signInThrough(page: Page, username: string): Promise<void> {
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with University' }).click();
  await signInAtSaml(page, username);
}

test('a SAML provider is connected by its metadata, tested, and signs people in', { timeout: 180_000 }, async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso/new?kind=saml');
  // Its metadata can be read before it knows us.
  const first = await startSimpleSamlPhp({ port, people: PEOPLE, serviceProviders: [] });
  await readMetadata(page);
  await page.getByLabel('Name', { exact: true }).first().fill('University');
  await page.getByLabel('Words on the button').fill('University');
  await page.getByRole('radio', { name: 'always: people cannot choose theirs at the provider' }).check();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Set up the connection' }).click();
  await page.getByText('The connection is set up. Now test it.').waitFor();
  await first.stop();
  provider = await startProvider(page);
  await readMetadata(page);
  await page.getByLabel('Domains').fill('example.com');
  await page.getByRole('switch', { name: 'Create accounts at the first sign-in' }).check();
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Proven by the operator').waitFor();
  await page.getByText(/^Until /).waitFor();
  await expectGoodLooks(page);

  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const popup = await opened;
  await signInAtSaml(popup, 'ann');
  await popup.getByText('The test passed').waitFor();
  // The provider vouches for the address, and its domain is the organisation's.
  await popup.getByText('Link the identity to an account that is there, and sign in to it.').waitFor();
  await popup.getByRole('link', { name: `${ANN.name} (${ANN.email})` }).waitFor();
  await expectAccessible(popup);
  await popup.close();

  await setSignInPolicy(server, { sso: true, create_personal_spaces: true });
  const { page: ann } = await openWindow(browser);
  await signInThrough(ann, 'ann');
  await ann.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await ann.goto(`${server.address}/account`);
  await ann.getByRole('button', { name: 'Unlink University' }).waitFor();

  const { page: dee } = await openWindow(browser);
  await signInThrough(dee, 'dee');
  await dee.getByText("Dee's Workspace").waitFor();
});

test('a provider that changes its key is refused until its new certificate is entered', {
  timeout: 120_000,
}, async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso');
  await page.getByRole('link', { name: 'University' }).click();
  await provider?.stop();
  provider = await startProvider(page);

  const { page: ann } = await openWindow(browser);
  await signInThrough(ann, 'ann');
  const refusal = ann.getByRole('alert');
  await refusal.getByText('was not good enough').waitFor();
  const reference = (await refusal.locator('code').textContent()) ?? '';
  const { page: attempts } = await openAdministration(browser, server, `/admin/attempts?reference=${reference}`);
  await attempts.getByText('The signature was not made by a key of this provider').waitFor();
  await expectAccessible(attempts);

  // The new one beside the old one, as in a rollover that was announced.
  const { certificate } = provider.key;
  await page.getByRole('button', { name: 'Add another certificate' }).click();
  await page.getByLabel('Signing certificate 2').fill(certificate);
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
  expect(await page.getByText(/^Until /).count()).toBe(2);
  await ann.getByRole('link', { name: 'Continue with University' }).click();
  await ann.getByRole('heading', { name: 'Workspaces' }).waitFor();
});

test('metadata is read from a file and from what is pasted, too', async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso/new?kind=saml');
  const { metadataUrl = '', entityId } = provider ?? {};
  const xml = await (await fetch(metadataUrl)).text();
  const entity = page.getByLabel('Entity id of the provider');

  await page.getByLabel('Where its metadata is').selectOption('Paste it');
  await page.getByLabel('Metadata', { exact: true }).fill('<EntityDescriptor/>');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText('The metadata is not that of exactly one usable SAML identity provider.').waitFor();
  await page.getByLabel('Metadata', { exact: true }).fill(xml);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText(/^Read: http.*Certificates: 1\./).waitFor();
  expect(await entity.inputValue()).toBe(entityId);

  await page.reload();
  await page.getByLabel('Where its metadata is').selectOption('In a file');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'metadata.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) });
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText(/^Read: http.*Certificates: 1\./).waitFor();
  expect(await entity.inputValue()).toBe(entityId);
  await expectAccessible(page);
});
