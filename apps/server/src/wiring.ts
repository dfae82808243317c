import { createHmac } from 'node:crypto';
import type { Clock, Platform, Sealing, Store } from '@latchkey/core';
import { composeLetter, createSender } from '@latchkey/mail';
import { NewerDatabaseError, openStore } from '@latchkey/storage';
import { commonPasswords } from './adapters/common-passwords.ts';
import { type InstanceKey, loadInstanceKey } from './adapters/instance-key.ts';
import { nodeSecrets } from './adapters/node-secrets.ts';
import { argon2PasswordHasher } from './adapters/password-hasher.ts';
import { ssoProviders } from './adapters/sso-providers.ts';
import { gateOptions } from './gate/gate-options.ts';
import { identityTokens } from './gate/identity-token.ts';
import type { ServerContext } from './http/context.ts';
import { sessionTokens } from './http/session-tokens.ts';
import { noticeLetters } from './jobs/notice-letters.ts';
import { sampleApp } from './sample-app/sample-app.ts';
import { liveRules } from './settings/live-rules.ts';
import { SettingError, type Settings } from './settings/settings.ts';
import { webAppTokens } from './surfaces/webapps/webapp-tokens.ts';

/** The one place that names the adapters. */
export async function wire(settings: Settings, clock: Clock): Promise<ServerContext> {
  const key = loadInstanceKey(settings.secretKey, settings.dataDir);
  const secrets = nodeSecrets(clock, key.derive('short-code'), key.derive('sealing'));
  const letterListeners = new Set<() => void>();
  const store = noticeLetters(await openNamedStore(settings, secrets), () =>
    letterListeners.forEach((listener) => void listener()),
  );
  if ((await store.instance.keyFingerprint(key.fingerprint)) !== key.fingerprint) {
    await store.close();
    throw new SettingError(
      'LATCHKEY_SECRET_KEY (or secret.key in the data folder) is not the key this database was set up with.',
    );
  }
  const rules = liveRules(settings, store.settings);
  await rules.refresh();
  const platform: Platform = {
    store,
    clock,
    secrets,
    passwordHasher: argon2PasswordHasher(),
    commonPasswords: commonPasswords(),
    mail: { write: composeLetter, sender: createSender },
    sso: ssoProviders(store, {
      dnsServers: settings.dnsServers,
      makeKeys: async () => JSON.stringify([await (await loadSso()).createServiceProviderKey('Latchkey', clock())]),
      makeConnector: async (keys) =>
        (await loadSso()).createSsoConnector({
          clock,
          replayGuard: store.ssoReplays,
          serviceProviderKeys: JSON.parse(keys),
          allowPrivateNetworks: settings.ssoAllowPrivateNetworks === 'on',
          allowSha1: settings.ssoAllowSha1 === 'on',
        }),
    }),
    get rules() {
      return rules.current;
    },
  };
  return {
    platform,
    rules,
    settings,
    tokens: sessionTokens(key),
    webAppTokens: webAppTokens(key),
    gateOptions: gateOptions(settings),
    identityTokens: identityTokens(key.derive('gate-token'), platform),
    sample: sampleApp(),
    oauth2Presets: async () => (await loadSso()).OAUTH2_PRESETS,
    onLetter: (listener) => void letterListeners.add(listener),
    setUpSecret: settings.initPassword ?? setUpSecret(key),
    isSetUp: rememberTrue(async () => (await store.instance.setUpAt()) !== undefined),
  };
}

/** Its libraries are many; most instances start without asking for them. */
function loadSso() {
  return import('@latchkey/sso');
}

/** A store that does not open is told by the setting that names it; the address may hold a password and is not repeated. */
async function openNamedStore(
  { databaseUrl, databasePoolSize: poolSize, dataDir }: Settings,
  sealing: Sealing,
): Promise<Store> {
  try {
    return await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl, poolSize }, sealing);
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof NewerDatabaseError) throw cause;
    const name = databaseUrl === undefined ? 'LATCHKEY_DATA_DIR' : 'LATCHKEY_DATABASE_URL';
    const reason = cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
    throw new Error(`${name} names a database that cannot be used: ${reason}`, { cause });
  }
}

/** The same after a restart and on every replica, so that nothing has to be stored; dead once set-up is done. */
function setUpSecret(key: InstanceKey): string {
  return createHmac('sha256', key.derive('set-up-secret')).update('set-up').digest('base64url').slice(0, 24);
}

function rememberTrue(ask: () => Promise<boolean>): () => Promise<boolean> {
  let known = false;
  return async () => {
    known ||= await ask();
    return known;
  };
}
