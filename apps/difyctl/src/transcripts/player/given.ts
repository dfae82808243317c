import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeContexts } from '../../testing/contexts.ts';
import { ACME, ANN, type Decision, type DifyServer } from '../../testing/dify-server.ts';
import type { Stage } from './scene.ts';
import { toReal } from './stand-ins.ts';

export type Given = (stage: Stage) => unknown;

const MINE = '11111111-1111-4111-8111-111111111111';

/** Ann is signed in from a machine called vm, or whoever `stored` says. */
export function signedIn(stored: { readonly account?: typeof ANN } & Record<string, unknown> = {}): Given {
  return ({ server, home }) => {
    server.addSession('difyctl on vm', MINE);
    const { email } = stored.account ?? ANN;
    const context = { account: ANN, workspace: ACME, token_id: MINE, expires_at: '2126-12-04T09:00:00Z', ...stored };
    const accounts = { current_account: email, accounts: { [email]: context } };
    const scheme = server.url.replace(/:.*/, '');
    const hosts = { current_host: server.host, hosts: { [server.host]: { scheme, ...accounts } } };
    home.write('hosts.yml', JSON.stringify({ token_storage: 'file', ...hosts }));
    home.write('tokens.yml', JSON.stringify({ version: 1, tokens: { [server.host]: { [email]: `dfoa_${MINE}` } } }));
  };
}

/** An external user of a provider is signed in; an empty issuer for one that has no name. */
export function signedInFrom(issuer: string): Given {
  const email = 'sso@corp.com';
  const external_subject = { email, issuer };
  return signedIn({ account: { id: '', email, name: '' }, workspace: undefined, external_subject });
}

/** Ann is signed in, and the session ends in so many hours and a half. */
export function signedInFor(hours: number): Given {
  return (stage) => signedIn({ expires_at: new Date(Date.now() + (hours + 0.5) * 3_600_000).toISOString() })(stage);
}

/** Ann is signed in, but her token has gone. */
export const signedInWithoutToken: Given = (stage) => {
  signedIn()(stage);
  stage.home.remove('tokens.yml');
};

/** Ann is signed in, and her token lies in the system's credential store. */
export const signedInByKeychain = signedIn({ token_storage: 'keychain' });

/** A machine on which no credential store answers. */
export const NO_KEYCHAIN = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };

/** A token that a script brings along, in variables and on the server. */
export const BROUGHT = { DIFY_TOKEN: 'dfoa_of-a-script', DIFY_HOST: 'http://127.0.0.1:19070' };
export const script: Given = ({ server }) => server.addSession('a script', 'of-a-script');

export const runners: Given = ({ server }) => {
  server.addSession('difyctl on runner-1', '22222222-2222-4222-8222-222222222222');
  server.addSession('difyctl on runner-12', '33333333-3333-4333-8333-333333333333');
};

export const sessionOver: Given = ({ server }) => server.sessions.clear();

/** Accounts by hosts that do not exist, the first of them active. */
export function contexts(stored: Parameters<typeof storeContexts>[1]): Given {
  return ({ home }) => storeContexts(home, stored);
}

/** A file in the configuration folder. */
export function file(name: string, content: string): Given {
  return (stage) => stage.home.write(name, toReal(content, stage));
}

/** A folder where the configuration folder should have a file. */
export function folder(name: string): Given {
  return ({ home }) => mkdirSync(join(home.folder, 'config', name), { recursive: true });
}

/** The folder that difyctl is run in is pinned. */
export function pin(content: string): Given {
  return (stage) => writeFileSync(join(stage.home.folder, '.difyctl.yml'), toReal(content, stage));
}

/** A program that opens addresses, in `~/bin`. */
export const browser: Given = ({ home }) => {
  mkdirSync(join(home.folder, 'bin'));
  writeFileSync(join(home.folder, 'bin/xdg-open'), '#!/bin/sh\n');
  chmodSync(join(home.folder, 'bin/xdg-open'), 0o755);
};

/** The server answers the next requests to a route with these. */
export function answers(route: string, ...replies: Parameters<DifyServer['replyTo']>[1][]): Given {
  return ({ server }) => server.replyTo(route, ...replies);
}

/** The person at the browser does this. */
export function decided(decision: Decision): Given {
  return ({ server }) => {
    server.decision = decision;
  };
}

/** Codes that live so many seconds, asked about at such an interval. */
export function codes(expiresIn: number, interval: number): Given {
  return ({ server }) => Object.assign(server, { expiresIn, interval });
}

/** The address that the server sends people to. */
export function verificationUri(uri: string): Given {
  return ({ server }) => {
    server.verificationUri = uri;
  };
}

export const noWorkspaces: Given = ({ server }) => {
  server.workspaces.length = 0;
};
