import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { paintFor } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import type { DeviceGrant } from './read-answers.ts';

interface Wish {
  readonly browser: boolean;
  readonly insecure: boolean;
}

/**
 * Prints the code and where to enter it, and opens a browser there when there can be one. The browser gets the bare
 * page: typing the code is what shows that the terminal and the browser are in the same hands.
 *
 * @throws {Failure} when the server's address is not one to send a person to
 */
export async function showCode({ userCode, verificationUri }: DeviceGrant, wish: Wish, shell: Shell): Promise<void> {
  const { bold, yellow } = paintFor(shell, shell.err);
  const warn = (text: string) => shell.err.write(`${yellow('!')} ${text}\n`);
  warn(`Copy this one-time code: ${bold(printable(userCode))}`);
  shell.err.write(`  Open: ${printable(verificationUri)}\n`);
  const url = checkedUri(verificationUri, wish.insecure);
  const obstacle = wish.browser ? obstacleToBrowser(shell) : '--no-browser requested';
  if (obstacle !== undefined) return warn(`${obstacle} — open the URL above manually`);
  await shell.openBrowser(url).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    warn(`couldn't open browser (${reason}); open the URL above manually`);
  });
}

function checkedUri(uri: string, insecure: boolean): string {
  if (!URL.canParse(uri)) throw new Failure('unknown', `server returned invalid verification_uri "${uri}"`);
  const { protocol, href } = new URL(uri);
  if (protocol === 'https:' || (protocol === 'http:' && insecure)) return href;
  const scheme = protocol.slice(0, -1);
  throw new Failure('unknown', `server returned verification_uri with unsupported scheme "${scheme}"`, {
    hint: 'expected https:// (use --insecure to allow http:// on local-dev hosts)',
  });
}

/** Why a browser opened from here would not reach the person. */
function obstacleToBrowser({ env, machine, out, err }: Shell): string | undefined {
  if (env('SSH_CONNECTION') !== undefined || env('SSH_TTY') !== undefined) return 'Detected SSH session';
  if (machine.platform === 'linux' && env('DISPLAY') === undefined && env('WAYLAND_DISPLAY') === undefined) {
    return 'Headless Linux (no DISPLAY / WAYLAND_DISPLAY)';
  }
  return out.isTerminal && err.isTerminal ? undefined : 'Non-interactive TTY';
}
