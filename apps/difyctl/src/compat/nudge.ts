import { join } from 'node:path';
import { BUILD } from '../build-info.ts';
import type { Context } from '../contexts/context.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { formatYaml, parseYaml } from '../files/yaml.ts';
import { NEWEST_DIFY, OLDEST_DIFY } from '../http/user-agent.ts';
import type { Shell } from '../shell.ts';
import { cacheFolder } from '../system/cache-folder.ts';
import { paintFor } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { judgeServer } from './judge-server.ts';
import { probeServer } from './probe-server.ts';

const DAY_MS = 86_400_000;

/** Warns a person at a terminal, once a day and server, that difyctl is not tested with what the server runs. */
export async function nudge(context: Context, shell: Shell): Promise<void> {
  if (!shell.out.isTerminal || !shell.err.isTerminal) return;
  const folder = cacheFolder(shell);
  if (folder === undefined) return;
  const path = join(folder, 'nudge.yml');
  const asked = await readTimes(path);
  const now = shell.clock.now();
  if (now.getTime() - Date.parse(asked[context.baseUrl] ?? '') < DAY_MS) return;
  const server = await probeServer(context, shell);
  if (server === undefined) return;
  if (judgeServer(server.version).status === 'unsupported') {
    const { yellow } = paintFor(shell, shell.err);
    const words = `difyctl ${BUILD.version} may be incompatible with server ${printable(server.version)}`;
    shell.err.write(
      `${yellow('warning:')} ${words} (tested: ${OLDEST_DIFY}..${NEWEST_DIFY}). Run \`difyctl version\` for details.\n`,
    );
  }
  await writeTimes(path, { ...asked, [context.baseUrl]: now.toISOString() });
}

/** When each server was last asked. The file is the original client's, and may be lost. */
async function readTimes(path: string): Promise<Record<string, string>> {
  try {
    const content = await parseYaml(readIfThere(path) ?? '', { path, isSecret: false });
    const { warned } = content as { warned?: Record<string, unknown> };
    return Object.fromEntries(Object.entries(warned ?? {}).map(([url, time]) => [url, String(time)]));
  } catch {
    return {};
  }
}

async function writeTimes(path: string, warned: Record<string, string>): Promise<void> {
  const content = await formatYaml({ warned });
  try {
    writeAtomically(path, content);
  } catch {
    return; // On a machine that keeps no cache, the server is asked each time.
  }
}
