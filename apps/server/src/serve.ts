import type { Clock } from '@latchkey/core';
import { pino } from 'pino';
import { addressOf, buildApp } from './http/app.ts';
import { startDelivering } from './jobs/deliver-outbox.ts';
import { startRefreshing } from './jobs/refresh-rules.ts';
import { startSweeping } from './jobs/sweep.ts';
import type { Settings } from './settings/settings.ts';
import { wire } from './wiring.ts';

const HANG_UP_EVERY_MS = 50;

export interface RunningServer {
  /** Where it listens, as a person would open it. */
  readonly address: string;
  /** The set-up link of an instance without an administrator; it works once. */
  readonly setUpLink: string | undefined;
  /** Answers what has begun, refuses what is new, then closes the store. */
  close(): Promise<void>;
}

/** Starts the server. @throws SettingError; the listening error when the port is taken. */
export async function serve(settings: Settings, clock: Clock = () => new Date()): Promise<RunningServer> {
  const logger = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
  const context = await wire(settings, clock);
  const { store } = context.platform;
  const app = await buildApp(context, logger);
  try {
    await app.listen({ host: settings.host, port: settings.port, listenTextResolver: (at) => `listening at ${at}` });
  } catch (error) {
    await store.close();
    throw error;
  }
  context.rules.listensAt(addressOf(app));
  if (context.gateOptions.isByPath) await context.sample.start();
  const stopRefreshing = startRefreshing(context.rules, logger);
  const stopSweeping = startSweeping(context.platform, logger);
  const stopDelivering = startDelivering(context.platform, context.onLetter, logger);
  const address = addressOf(app);
  const base = settings.publicUrl ?? address;
  return {
    address,
    setUpLink: (await context.isSetUp())
      ? undefined
      : `${base}/setup#secret=${encodeURIComponent(context.setUpSecret)}`,
    async close() {
      stopSweeping();
      stopRefreshing();
      // A connection that was busy when closing began is idle once its answer is out; nothing else would end it.
      const hangUp = setInterval(() => app.server.closeIdleConnections(), HANG_UP_EVERY_MS);
      await app.close();
      clearInterval(hangUp);
      await context.sample.close();
      await stopDelivering();
      await store.close();
    },
  };
}
