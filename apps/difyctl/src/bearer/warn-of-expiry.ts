import type { Context } from '../contexts/context.ts';
import type { Shell } from '../shell.ts';
import { paintFor } from '../terminal/paint.ts';

const HOUR_MS = 3_600_000;
const WARN_WITHIN_MS = 48 * HOUR_MS;

/** Tells a person at a terminal that they will have to sign in again soon; scripts see `expires_at` in `auth status`. */
export function warnOfExpiry({ host, stored, baseUrl }: Context, shell: Shell): void {
  if (!shell.err.isTerminal || stored.expiresAt === undefined) return;
  const left = Date.parse(stored.expiresAt) - shell.clock.now().getTime();
  if (!(left > 0 && left < WARN_WITHIN_MS)) return;
  const { yellow } = paintFor(shell, shell.err);
  const words = baseUrl.startsWith('http:') ? `${baseUrl} --insecure` : baseUrl.replace('https://', '');
  shell.err.write(
    `${yellow('!')} your session on ${host} ends ${inWords(left)}; renew it: difyctl auth login --host ${words}\n`,
  );
}

function inWords(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR_MS);
  if (hours === 0) return 'within the hour';
  return hours === 1 ? 'in 1 hour' : `in ${hours} hours`;
}
