import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { LOCALHOST } from '../testing/localhost-certificate.ts';
import { exchange } from './exchange.ts';

interface Listening extends AsyncDisposable {
  readonly port: number;
}

async function listen(
  server: Server & { closeAllConnections?: () => void },
  address = '127.0.0.1',
): Promise<Listening> {
  server.listen(0, address);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections?.();
      server.close();
    },
  };
}

const answer = (_: IncomingMessage, response: ServerResponse) => response.end('{"version":"1.17.1","edition":"CLOUD"}');
const startPlain = () => listen(createServer(answer));
const startSecure = () => listen(createSecureServer(LOCALHOST, answer));

/** A forward proxy that notes what it is asked and by whom, and the bytes that servers sent through its tunnels. */
async function startProxy(): Promise<Listening & { asked: (string | undefined)[][]; tunnelled: number[] }> {
  const asked: (string | undefined)[][] = [];
  const tunnelled: number[] = [];
  const note = ({ method, url, headers }: IncomingMessage) => asked.push([method, url, headers['proxy-authorization']]);
  const proxy = createServer((request, response) => {
    note(request);
    httpRequest(request.url ?? '', { headers: request.headers }, (answered) => answered.pipe(response)).end();
  });
  proxy.on('connect', (request: IncomingMessage, socket) => {
    note(request);
    const { port, hostname } = new URL(`http://${request.url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('data', (bytes) => tunnelled.push(bytes.length));
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  return Object.assign(await listen(proxy), { asked, tunnelled });
}

/** What `version` finds out about the server at a URL. */
async function version(url: string, env: Record<string, string>): Promise<string> {
  using home = new Home();
  const stored = { current_account: 'a@b.cc', accounts: { 'a@b.cc': { account: { id: '', email: '', name: '' } } } };
  const { host, protocol } = new URL(url);
  home.write(
    'hosts.yml',
    JSON.stringify({ current_host: host, hosts: { [host]: { ...stored, scheme: protocol.slice(0, -1) } } }),
  );
  const { stdout } = await home.run(['version', '-o', 'json', '-v'], { env });
  return JSON.parse(stdout).compat.detail;
}

const REACHED = 'server 1.17.1 in [1.14.0, 1.17.1]';

describe('the way to a server', () => {
  test('over https needs a certificate from a known authority', async () => {
    await using server = await startSecure();
    const folder = mkdtempSync(join(tmpdir(), 'difyctl-'));
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, LOCALHOST.cert);
    const url = `https://localhost:${server.port}`;
    expect(await version(url, {})).toBe('server unreachable');
    for (const name of ['NODE_EXTRA_CA_CERTS', 'DIFY_CA_FILE', 'SSL_CERT_FILE']) {
      expect(await version(url, { [name]: authority })).toBe(REACHED);
    }
    rmSync(folder, { recursive: true });
  });

  test('leads through a proxy, with the proxy’s password', async () => {
    await using server = await startPlain();
    await using proxy = await startProxy();
    const env = { HTTP_PROXY: `http://ann:secret@127.0.0.1:${proxy.port}` };
    expect(await version(`http://127.0.0.1:${server.port}`, env)).toBe(REACHED);
    expect(proxy.asked).toEqual([
      ['GET', `http://127.0.0.1:${server.port}/openapi/v1/_version`, `Basic ${btoa('ann:secret')}`],
    ]);
  });

  test('leads through a tunnel to https', async () => {
    await using server = await startSecure();
    await using proxy = await startProxy();
    const folder = mkdtempSync(join(tmpdir(), 'difyctl-'));
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, LOCALHOST.cert);
    const env = { https_proxy: `127.0.0.1:${proxy.port}`, DIFY_CA_FILE: authority };
    expect(await version(`https://localhost:${server.port}`, env)).toBe(REACHED);
    expect(proxy.asked[0]).toEqual(['CONNECT', `localhost:${server.port}`, undefined]);
    expect(proxy.asked).toHaveLength(2);
    expect(proxy.tunnelled.reduce((sum, bytes) => sum + bytes)).toBeGreaterThan(1000);
    expect(await version(`https://localhost:${server.port}`, { https_proxy: env.https_proxy })).toBe(
      'server unreachable',
    );
    rmSync(folder, { recursive: true });
  });

  test('passes over a certificate that nobody vouches for with --insecure, then and later, loudly each time', async () => {
    await using server = await DifyServer.start({ tls: true });
    using home = new Home();
    const warning = `! WARNING: the certificate of ${server.host} is not to be trusted (self-signed certificate).\n! WARNING: going on because of --insecure: anybody on the way can read the token and act as you.\n`;
    const signedIn = await home.signIn(server);
    expect(signedIn).toMatchObject({ stderr: expect.stringContaining(warning), exitCode: 0 });
    expect(signedIn.stderr.split('WARNING').length).toBe(3);
    expect(home.read('hosts.yml')).toContain('        insecure: true\n');
    expect(await home.run(['auth', 'devices', 'list'])).toMatchObject({ stderr: warning, exitCode: 0 });
    expect(await home.run(['version'])).toMatchObject({ stderr: warning, exitCode: 0 });
    expect(await home.run(['auth', 'logout'])).toMatchObject({ stderr: warning, exitCode: 0 });
  });

  test('reaches a server at an IPv6 address', async () => {
    await using server = await listen(createServer(answer), '::1');
    expect(await version(`http://[::1]:${server.port}`, {})).toBe(REACHED);
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '::1' };
    expect(await version(`http://[::1]:${server.port}`, env)).toBe(REACHED);
  });

  test('leads past the proxy for hosts that are exempt', async () => {
    await using server = await startPlain();
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' };
    expect(await version(`http://127.0.0.1:${server.port}`, env)).toBe(REACHED);
  });

  test.each([
    ['does not answer', () => undefined],
    ['stops in the middle', (_: IncomingMessage, response: ServerResponse) => void response.write('{')],
  ])('ends after its time when the server %s', async (_, behave) => {
    await using server = await listen(createServer(behave));
    const waiting = exchange(
      { method: 'GET', url: `http://127.0.0.1:${server.port}/`, headers: {} },
      { env: () => undefined, timeoutSeconds: 0.05 },
    );
    await expect(waiting).rejects.toMatchObject({ code: 'network_connection', message: 'The operation timed out.' });
  });
});
