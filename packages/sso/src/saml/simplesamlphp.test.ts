import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSsoConnector } from '../create-sso-connector.ts';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { connectionId } from '../testing/connection-id.ts';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { createReplayGuard } from '../testing/replay-guard.ts';
import { type RunningSimpleSamlPhp, startSimpleSamlPhp } from '../testing/start-simplesamlphp.ts';
import { walkPages } from '../testing/walk-pages.ts';
import { createServiceProviderKey } from './create-service-provider-key.ts';

const PLAIN = 'http://127.0.0.1:9/sso/1/acs';
const ENCRYPTED = 'http://127.0.0.1:9/sso/2/acs';

let ours: ServiceProviderKey;
let provider: RunningSimpleSamlPhp;

beforeAll(async () => {
  ours = await createServiceProviderKey('latchkey', new Date());
  provider = await startSimpleSamlPhp({
    serviceProviders: [
      { entityId: PLAIN, callbackUrl: PLAIN, certificate: ours.certificate },
      { entityId: ENCRYPTED, callbackUrl: ENCRYPTED, certificate: ours.certificate, wantsEncryption: true },
    ],
    people: { ada: { mail: ['ada@example.com'], displayName: ['Ada Lovelace & Söhne'], groups: ['one', 'two'] } },
  });
}, 180_000);

afterAll(async () => {
  await provider.stop();
});

const open = (key = ours) =>
  createSsoConnector({
    clock: () => new Date(),
    replayGuard: createReplayGuard(),
    serviceProviderKeys: [key],
    allowPrivateNetworks: true,
  });

/** Connected by nothing but the address of its metadata. */
async function connect(ssoBinding?: 'post') {
  const metadata = await open().inspectMetadata({ kind: 'url', url: provider.metadataUrl });
  return {
    id: connectionId(1),
    name: 'SimpleSAMLphp',
    provider: {
      protocol: 'saml',
      ...metadata,
      ssoBinding: ssoBinding ?? metadata.ssoBinding,
      certificates: metadata.certificates.map(({ pem }) => pem),
      nameIdFormat: null,
      fields: { subject: null, email: null, name: null, groups: null },
      verifiedEmail: { kind: 'always' },
      clockSkewSeconds: 10,
      allowsIdpInitiated: false,
      requiredContexts: [],
    },
  } as const;
}

async function signIn(callbackUrl: string, how: { forceReauthentication?: boolean; ssoBinding?: 'post' } = {}) {
  const [connector, connection] = [open(), await connect(how.ssoBinding)];
  const { redirect, memory } = await connector.begin(connection, { callbackUrl, ...how });
  const answer = await walkPages(redirect, callbackUrl, { username: 'ada', password: 'password' });
  return { connector, connection, memory, answer, finish: () => connector.finish(connection, memory, answer) };
}

describe('signing in at SimpleSAMLphp', () => {
  test.each([
    ['plain', PLAIN],
    ['encrypted', ENCRYPTED],
  ])('with a %s assertion names the person', async (how, callbackUrl) => {
    const { finish, answer } = await signIn(callbackUrl);
    const { SAMLResponse = '' } = answer;
    const xml = Buffer.from(SAMLResponse, 'base64').toString();
    expect(xml.includes('EncryptedAssertion')).toBe(how === 'encrypted');
    expect(await finish()).toMatchObject({
      subject: 'ada@example.com',
      email: 'ada@example.com',
      name: 'Ada Lovelace & Söhne',
      groups: ['one', 'two'],
    });
    expect(await refusalCodeOf(finish())).toBe('replayed');
  });

  test('anew tells when', async () => {
    const { authenticatedAt } = await (await signIn(PLAIN, { forceReauthentication: true })).finish();
    expect(Date.now() - (authenticatedAt?.getTime() ?? 0)).toBeLessThan(20_000);
  });

  test('works with a request that travels in a form', async () => {
    expect(await (await signIn(PLAIN, { ssoBinding: 'post' })).finish()).toMatchObject({ subject: 'ada@example.com' });
  });

  test.each([undefined, 'post'] as const)(
    'is refused there when the request is not signed by us (binding %s)',
    async (binding) => {
      const stranger = await createServiceProviderKey('stranger', new Date());
      const { redirect } = await open(stranger).begin(await connect(binding), { callbackUrl: PLAIN });
      await expect(walkPages(redirect, PLAIN, {})).rejects.toThrow(/[Ss]ignature/);
    },
  );

  test('may start there, if the connection allows it', async () => {
    const { provider: settings, ...connection } = await connect();
    const start = `${provider.origin}/saml2/idp/SSOService.php?spentityid=${encodeURIComponent(PLAIN)}`;
    const answer = await walkPages({ kind: 'url', url: start }, PLAIN, { username: 'ada', password: 'password' });
    const accept = (allowsIdpInitiated: boolean) =>
      refusalCodeOf(
        open().acceptUnsolicited(
          { ...connection, provider: { ...settings, allowsIdpInitiated } },
          { callbackUrl: PLAIN },
          answer,
        ),
      );
    expect(await accept(false)).toBe('unsolicited_answer');
    expect(await accept(true)).toContain('"subject":"ada@example.com"');
  });

  test('with an answer for another connection is refused', async () => {
    const { connector, connection, memory, answer } = await signIn(PLAIN);
    const elsewhere = { ...memory, callbackUrl: ENCRYPTED };
    expect(await refusalCodeOf(connector.finish(connection, elsewhere, answer))).toBe('wrong_destination');
  });
});
