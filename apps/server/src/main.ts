import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import type { RunningServer } from './serve.ts';
import { readSettings, SettingError, unknownSettings } from './settings/settings.ts';

const USAGE = `Usage: latchkey serve [--port PORT] [--host HOST] [--data-dir DIR] [--public-url URL]
       latchkey admin create|link|lift-lock|switch-on|switch-off …
       latchkey audit verify FILE

Every setting is also an environment variable; docs/reference/configuration.md lists them.`;

/** Time for requests that have begun; after it the process ends all the same. */
const DRAIN_MS = 10_000;

const [command, ...args] = process.argv.slice(2);
if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
  console.log(USAGE);
} else if (command === 'serve') {
  await run(args);
} else if (command === 'admin') {
  await runAdmin(args);
} else if (command === 'audit') {
  const { verifyAudit } = await import('./commands/audit-verify.ts');
  process.exitCode = await verifyAudit(args);
} else {
  console.error(`latchkey: there is no command "${command}".\n\n${USAGE}`);
  process.exitCode = 2;
}

async function run(args: readonly string[]): Promise<void> {
  try {
    const settings = readSettings(args, process.env);
    for (const name of unknownSettings(process.env))
      console.error(`latchkey: ${name} is no setting and changes nothing.`);
    keepCompiled(settings.dataDir);
    const { serve } = await import('./serve.ts');
    const server = await serve(settings);
    stopOnSignal(server);
    announce(server);
    flushCompileCache();
  } catch (error) {
    console.error(`latchkey: ${explain(error)}`);
    process.exitCode = error instanceof SettingError ? 2 : 1;
  }
}

async function runAdmin(args: readonly string[]): Promise<void> {
  try {
    const { administer } = await import('./commands/admin.ts');
    const isFlag = (arg: string) => arg.startsWith('--');
    const firstFlag = args.findIndex(isFlag);
    const [words, flags] = firstFlag < 0 ? [args, []] : [args.slice(0, firstFlag), args.slice(firstFlag)];
    process.exitCode = await administer(words, readSettings(flags, process.env));
  } catch (error) {
    console.error(`latchkey: ${explain(error)}`);
    process.exitCode = error instanceof SettingError ? 2 : 1;
  }
}

/**
 * Keeps what is compiled for the next start, which then takes two thirds of the time. In the data folder: whoever could
 * write to a shared one could run code as us.
 */
function keepCompiled(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new SettingError(`LATCHKEY_DATA_DIR cannot be used: ${explain(cause)}`, { cause });
  }
  enableCompileCache(join(dataDir, 'compiled'));
}

function announce({ address, setUpLink }: RunningServer): void {
  const lines = ['Latchkey is ready.', `  Address   ${address}`];
  if (setUpLink !== undefined)
    lines.push(`  Set up    ${setUpLink}`, '            (works once: creates the first administrator)');
  console.log(lines.join('\n'));
}

function stopOnSignal(server: RunningServer): void {
  const stop = (): void => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`latchkey: ${explain(error)}`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** One sentence about why the server does not start. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  const port = 'port' in error ? error.port : undefined;
  if (code === 'EADDRINUSE') return `port ${port} is in use; choose another with --port or LATCHKEY_PORT.`;
  if (code === 'EACCES' && port !== undefined)
    return `port ${port} may not be opened by this user; choose another with --port or LATCHKEY_PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'LATCHKEY_HOST is not an address of this machine.';
  return error.message;
}
