import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../http/app.ts';
import type { ServerContext } from '../http/context.ts';
import { readSettings } from '../settings/settings.ts';
import { wire } from '../wiring.ts';
import { type Browser, openBrowser } from './browser.ts';

export const ADMIN = { email: 'ann@example.com', name: 'Ann', password: 'correct horse 1' };

export interface TestServer {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  /** Everything the server logged so far. */
  readonly log: () => string;
  /** Moves the server's clock. */
  advance(seconds: number): void;
  /** A browser of its own, with its own cookies. */
  browser(options?: Pick<InjectOptions, 'headers' | 'remoteAddress'>): Browser;
  close(): Promise<void>;
}

const NOON = new Date('2026-11-20T12:00:00Z');

/** The real server in this process, on a movable clock and a store of its own. */
export async function startTestServer(env: Record<string, string> = {}, startsAt: Date = NOON): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-'));
  const lines: string[] = [];
  let now = startsAt.getTime();
  const context = await wire(readSettings([], { LATCHKEY_DATA_DIR: dataDir, ...env }), () => new Date(now));
  const app = await buildApp(context, pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }));
  await app.ready();
  return {
    app,
    context,
    log: () => lines.join(''),
    advance: (seconds) => {
      now += seconds * 1000;
    },
    browser: (options) => openBrowser(app, options),
    async close() {
      await app.close();
      await context.platform.store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same with its first administrator. */
export async function startSetUpServer(env?: Record<string, string>, startsAt?: Date): Promise<TestServer> {
  const server = await startTestServer(env, startsAt);
  const { statusCode, body } = await server.browser().send('POST', '/console/api/setup', ADMIN);
  if (statusCode !== 201) throw new Error(`set-up failed: ${body}`);
  return server;
}
