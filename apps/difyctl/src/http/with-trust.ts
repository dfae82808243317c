import type { Send, WireRequest, WireResponse } from '@latchkey/sdk';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { paintFor } from '../terminal/paint.ts';
import type { Trust } from './trust.ts';

interface Policy {
  readonly insecure: boolean;
  readonly authorities: () => Promise<readonly string[]>;
}

type Place = Pick<Shell, 'env' | 'err'>;

/**
 * Sends with Node's own authorities. Only when they do not vouch for the server, those of the machine and of DIFY_CA_FILE
 * are loaded, which takes time; and only when they do not either, `insecure` lets it pass, loudly. Until a certificate has
 * passed nothing is sent, so that trying again does nothing twice.
 */
export function withTrust(
  send: (request: WireRequest, trust: Trust) => Promise<WireResponse>,
  { insecure, authorities }: Policy,
  place: Place,
): Send {
  let trust: Trust = {};
  const levels: (() => Promise<Trust>)[] = [async () => ({ ca: await authorities() })];
  if (insecure) levels.push(async () => ({ rejectUnauthorized: false }));
  return async (request) => {
    for (;;) {
      try {
        return await send(request, trust);
      } catch (error) {
        const next = isCertificateFault(error) ? levels.shift() : undefined;
        if (next === undefined) throw error;
        trust = await next();
        if (trust.rejectUnauthorized === false) warn(request, error, place);
      }
    }
  };
}

function isCertificateFault(error: unknown): error is Failure {
  if (!(error instanceof Failure) || !(error.cause instanceof Error)) return false;
  return 'code' in error.cause && /CERT|LEAF_SIGNATURE/.test(String(error.cause.code));
}

function warn({ url }: WireRequest, fault: unknown, { env, err }: Place): void {
  const { red } = paintFor({ env, err }, err);
  const why = fault instanceof Error ? fault.message : String(fault);
  err.write(
    `${red('! WARNING:')} the certificate of ${new URL(url).host} is not to be trusted (${why}).\n` +
      `${red('! WARNING:')} going on because of --insecure: anybody on the way can read the token and act as you.\n`,
  );
}
