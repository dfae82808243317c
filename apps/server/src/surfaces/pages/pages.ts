import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_FOLDER, REFERENCE_FOLDER } from '../../folders.ts';
import { isSecure } from '../../http/request-origin.ts';

const IMMUTABLE_SECONDS = 31_536_000;
/** The printed reference loads its stylesheet and nothing else. */
const STATIC_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Where the console has pages; every other address that a person opens is answered with its 404. */
const PAGES = [
  '/',
  '/setup',
  '/install',
  '/init',
  '/signin',
  '/signin/*',
  '/signup',
  '/signup/*',
  '/reset-password',
  '/reset-password/*',
  '/forgot-password',
  '/set-password',
  '/activate',
  '/device',
  '/account',
  '/account/*',
  '/members',
  '/members/*',
  '/webapps',
  '/webapps/*',
  '/groups',
  '/groups/*',
  '/webapp-signin',
  '/admin',
  '/admin/*',
];

type Respond = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Serves the pages, the printed reference and what they load; returns what answers an address that has no page. */
export async function pageRoutes(app: FastifyInstance): Promise<Respond> {
  await app.register(fastifyStatic, {
    root: join(CONSOLE_FOLDER, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (response) => {
      response.header('cache-control', `public, max-age=${IMMUTABLE_SECONDS}, immutable`);
    },
  });
  serveFile(app, '/first-paint.js', join(CONSOLE_FOLDER, 'first-paint.js'), 'text/javascript; charset=utf-8');
  serveFile(app, '/favicon.svg', join(CONSOLE_FOLDER, 'favicon.svg'), 'image/svg+xml');
  serveFile(app, '/openapi.json', join(REFERENCE_FOLDER, 'openapi.json'), 'application/json; charset=utf-8');
  serveFile(app, '/reference', join(REFERENCE_FOLDER, 'reference.html'), 'text/html; charset=utf-8');
  serveFile(app, '/reference.css', join(REFERENCE_FOLDER, 'reference.css'), 'text/css; charset=utf-8');

  const template = await readFile(join(CONSOLE_FOLDER, 'index.html'), 'utf8');
  for (const path of PAGES) app.get(path, (request, reply) => sendPage(request, reply, template));
  return (request, reply) => sendPage(request, reply.code(404), template);
}

function serveFile(app: FastifyInstance, path: string, file: string, type: string): void {
  app.get(path, async (_request, reply) => {
    reply.header('content-security-policy', STATIC_POLICY).type(type);
    return readFile(file);
  });
}

function sendPage(request: FastifyRequest, reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const scheme = isSecure(request) ? 'https' : 'http';
  reply.header(
    'content-security-policy',
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  return reply
    .type('text/html; charset=utf-8')
    .send(template.replaceAll('__NONCE__', nonce).replaceAll('__SCHEME__', scheme));
}
