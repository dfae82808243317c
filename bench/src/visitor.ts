import { type IncomingMessage, request } from 'node:http';
import type { Job } from './load.ts';
import type { Program } from './program.ts';

const PERSON = { accept: 'text/html' };

/**
 * Publishes an application as WebApp `bench` for every member, and enters it as a person does; returns their requests:
 * through the built-in proxy, and the question that another proxy asks about them.
 */
export async function enterWebApp(
  program: Program,
  application: string,
  session: Readonly<Record<string, string>>,
): Promise<{ readonly proxied: Job; readonly asked: Job }> {
  const publish = async (code: string, host: string | null): Promise<void> => {
    const webApp = { name: code, code, upstream: application, host };
    const { id } = JSON.parse(await text(await send(program, 'POST', '/console/api/webapps', session, webApp)));
    const access = { access_mode: 'private_all', group_ids: [], account_ids: [] };
    await text(await send(program, 'PUT', `/console/api/webapps/${id}/access`, session, access));
  };
  await publish('bench', null);
  await publish('asked', HOST);
  return {
    proxied: { path: '/apps/bench/', headers: { cookie: await enter(program, session, '/apps/bench/', {}) } },
    asked: {
      path: '/gate/check',
      headers: {
        'x-forwarded-host': HOST,
        'x-forwarded-uri': '/',
        cookie: await enter(program, session, '/.latchkey/start', { host: HOST }),
      },
    },
  };
}

const HOST = 'asked.example.test';

/** To the entrance, through it, and back; the cookie that the gate has set then. */
async function enter(
  program: Program,
  session: Readonly<Record<string, string>>,
  path: string,
  host: Readonly<Record<string, string>>,
): Promise<string> {
  const started = await send(program, 'GET', path, { ...PERSON, ...host });
  const entered = await send(program, 'GET', pathOf(started), { ...PERSON, ...session });
  const back = await send(program, 'GET', pathOf(entered), { ...PERSON, ...host, cookie: cookieOf(started) });
  return cookieOf(back);
}

function pathOf({ headers: { location = '' } }: IncomingMessage): string {
  const { pathname, search } = new URL(location, 'http://localhost');
  return pathname + search;
}

function cookieOf({ headers }: IncomingMessage): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
}

function send(
  { base }: Program,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const outgoing = request(base + path, { method, headers: { ...headers, ...json } });
    outgoing.on('error', reject).on('response', (response) => {
      if ((response.statusCode ?? 500) >= 400) reject(new Error(`${method} ${path}: ${response.statusCode}`));
      else resolve(response);
    });
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function text(response: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of response.setEncoding('utf8')) body += part;
  return body;
}
