import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createServiceProviderKey } from '../saml/create-service-provider-key.ts';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { findSimpleSamlPhp } from './find-simplesamlphp.ts';
import { startHttp } from './start-http.ts';

export interface SimpleSamlPhpSetup {
  readonly serviceProviders: readonly {
    readonly entityId: string;
    readonly callbackUrl: string;
    /** In PEM; requests must be signed by it. */
    readonly certificate: string;
    readonly wantsEncryption?: boolean;
  }[];
  /** The attributes of a person, by the name they sign in with; the password is `password`. `mail` is the NameID. */
  readonly people: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Of a provider that stands at this address already, as after a restart. */
  readonly port?: number;
  /** The provider's key; a new one by default. */
  readonly key?: ServiceProviderKey;
}

export interface RunningSimpleSamlPhp {
  readonly origin: string;
  readonly metadataUrl: string;
  readonly entityId: string;
  readonly key: ServiceProviderKey;
  stop(): Promise<void>;
}

/**
 * SimpleSAMLphp as an identity provider, on PHP's own server: an implementation of SAML 2.0 with which ours shares no
 * line. Its sign-in page has the fields `username` and `password`. It demands signed requests and signs both response
 * and assertion.
 */
export async function startSimpleSamlPhp(setup: SimpleSamlPhpSetup): Promise<RunningSimpleSamlPhp> {
  const program = findSimpleSamlPhp();
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-simplesamlphp-'));
  const { origin, port } = await freePort(setup.port);
  const key = setup.key ?? (await createServiceProviderKey('SimpleSAMLphp', new Date()));
  writeSettings(folder, origin, key, setup);
  const settings = ['-d', 'error_reporting=E_ERROR', '-t', join(program, 'www')];
  const php = spawn('php', [...settings, '-S', `127.0.0.1:${port}`, join(folder, 'router.php')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, SIMPLESAMLPHP_CONFIG_DIR: folder, PHP_CLI_SERVER_WORKERS: '2' },
    detached: true,
  });
  const metadataUrl = `${origin}/saml2/idp/metadata.php`;
  const stop = async () => {
    const ended = once(php, 'exit');
    // Its workers are its children: the whole group ends.
    if (php.exitCode === null && php.pid !== undefined) {
      process.kill(-php.pid, 'SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true });
  };
  try {
    await untilStarted(php.stderr);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, metadataUrl, entityId: metadataUrl, key, stop };
}

async function freePort(wanted?: number): Promise<{ origin: string; port: number }> {
  const server = await startHttp(() => undefined, wanted);
  await server.stop();
  return server;
}

/** PHP's server says so when it listens; what it says later, about each request, is read and dropped. */
async function untilStarted(output: Readable): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    output.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-2000);
      if (said.includes(' started')) resolve();
    });
    output.on('end', () => reject(new Error(`SimpleSAMLphp did not start: ${said}`)));
  });
}

/** PHP reads what we write as JSON, so that nothing has to be escaped for it. */
function writeSettings(folder: string, origin: string, key: ServiceProviderKey, setup: SimpleSamlPhpSetup): void {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const putPhp = (name: string, variable: string, value: unknown) => {
    put(`${name}.json`, JSON.stringify(value));
    const json = `json_decode(file_get_contents('${join(folder, name)}.json'), true)`;
    put(`${name}.php`, `<?php $${variable} = ${json};`);
  };
  mkdirSync(join(folder, 'metadata'));
  mkdirSync(join(folder, 'sessions'));
  put('idp.key', key.privateKey);
  put('idp.crt', key.certificate);
  put('router.php', ROUTER);
  putPhp('config', 'config', {
    baseurlpath: `${origin}/`,
    certdir: folder,
    metadatadir: join(folder, 'metadata'),
    tempdir: folder,
    loggingdir: folder,
    datadir: folder,
    'logging.handler': 'file',
    'debug.validatexml': false,
    errorreporting: false,
    showerrors: true,
    secretsalt: 'of a test',
    'auth.adminpassword': 'of a test',
    technicalcontact_email: 'na@example.com',
    timezone: 'UTC',
    'enable.saml20-idp': true,
    'module.enable': { exampleauth: true },
    'session.phpsession.savepath': join(folder, 'sessions'),
    'store.type': 'phpsession',
    'metadata.sources': [{ type: 'flatfile' }],
  });
  const people = Object.entries(setup.people).map(([name, attributes]) => [`${name}:password`, attributes]);
  putPhp('authsources', 'config', { people: { 0: 'exampleauth:UserPass', ...Object.fromEntries(people) } });
  putPhp('metadata/saml20-idp-hosted', 'metadata', {
    '__DYNAMIC:1__': { host: '__DEFAULT__', privatekey: 'idp.key', certificate: 'idp.crt', auth: 'people' },
  });
  const providers = setup.serviceProviders.map(({ entityId, callbackUrl, certificate, wantsEncryption = false }) => [
    entityId,
    {
      AssertionConsumerService: callbackUrl,
      certData: certificate.replace(/-----[^-]+-----|\s/g, ''),
      'validate.authnrequest': true,
      'saml20.sign.response': true,
      'saml20.sign.assertion': true,
      'assertion.encryption': wantsEncryption,
      'signature.algorithm': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      NameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      'simplesaml.nameidattribute': 'mail',
    },
  ]);
  putPhp('metadata/saml20-sp-remote', 'metadata', Object.fromEntries(providers));
}

/** PHP's own server knows no path behind a script's name (`module.php/core/loginuserpass.php`). */
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (!preg_match('#^(/(?:[\\w-]+/)*[\\w-]+\\.php)(/.*)?$#U', $path, $found)) return false;
$file = $_SERVER['DOCUMENT_ROOT'] . $found[1];
if (!is_file($file)) return false;
$_SERVER['SCRIPT_NAME'] = $found[1];
$_SERVER['PHP_SELF'] = $path;
$_SERVER['PATH_INFO'] = $found[2] ?? '';
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir(dirname($file));
require $file;
`;
