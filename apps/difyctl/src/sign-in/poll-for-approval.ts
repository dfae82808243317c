import { type Client, WireError } from '@latchkey/sdk';
import { Failure } from '../failure.ts';
import { readOAuthError } from '../http/read-error-body.ts';
import type { Clock } from '../shell.ts';
import { type Approval, type DeviceGrant, readApproval } from './read-answers.ts';
import { CLIENT_ID, withoutDeviceFlow } from './request-code.ts';

/** RFC 8628 §3.5: slow_down adds five seconds, for good. */
const SLOW_DOWN_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 60;

interface Polling {
  readonly client: Client;
  readonly clock: Clock;
  readonly grant: DeviceGrant;
  /** Told once when the server stops answering. */
  readonly onTrouble: (what: string) => void;
}

/**
 * Asks until the grant is approved, refused or past its time. A server that cannot be reached, or cannot answer just
 * now, is asked again until then.
 *
 * @throws {Failure} `access_denied`, `expired_token`, or what else ended the sign-in
 */
export async function pollForApproval({ client, clock, grant, onTrouble }: Polling): Promise<Approval> {
  const deadline = clock.now().getTime() + grant.expiresInSeconds * 1000;
  let interval = grant.intervalSeconds;
  let failures = 0;
  for (;;) {
    const outcome = await ask(client, grant.deviceCode);
    if (outcome.kind === 'approved') return outcome.approval;
    if (outcome.kind === 'ended') throw outcome.failure;
    if (outcome.kind === 'slow_down') interval += SLOW_DOWN_SECONDS;
    if (outcome.kind === 'trouble' && failures === 0) onTrouble(outcome.what);
    failures = outcome.kind === 'trouble' ? failures + 1 : 0;
    if (clock.now().getTime() >= deadline) throw expired();
    const pause = outcome.kind === 'trouble' ? waitInTrouble(failures, outcome.retryAfterSeconds) : 0;
    await clock.sleep(Math.max(interval, pause) * 1000);
  }
}

function waitInTrouble(failures: number, retryAfterSeconds: number | undefined): number {
  return Math.min(retryAfterSeconds ?? 2 ** (failures - 1), LONGEST_WAIT_SECONDS);
}

type Outcome =
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'pending' | 'slow_down' }
  | { readonly kind: 'trouble'; readonly what: string; readonly retryAfterSeconds?: number | undefined }
  | { readonly kind: 'ended'; readonly failure: Failure };

async function ask(client: Client, deviceCode: string): Promise<Outcome> {
  try {
    const body = { device_code: deviceCode, client_id: CLIENT_ID };
    const approval = readApproval(await client.call('POST /openapi/v1/oauth/device/token', { body }));
    return approval === undefined
      ? ended('unknown', 'poll: 200 with no OAuth envelope')
      : { kind: 'approved', approval };
  } catch (error) {
    if (error instanceof WireError) return afterRefusal(error);
    if (error instanceof SyntaxError) return ended('unknown', `decode poll response: ${error.message}`);
    if (error instanceof Failure && error.code === 'network_connection')
      return { kind: 'trouble', what: error.message };
    throw error;
  }
}

function afterRefusal({ status, response, retryAfterSeconds }: WireError): Outcome {
  if (status === 404) return { kind: 'ended', failure: withoutDeviceFlow(status) };
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: 'trouble', what: `the server answered HTTP ${status}`, retryAfterSeconds };
  }
  const error = readOAuthError(response.text);
  switch (error) {
    case 'authorization_pending':
      return { kind: 'pending' };
    case 'slow_down':
      return { kind: 'slow_down' };
    case 'expired_token':
      return { kind: 'ended', failure: expired() };
    case 'access_denied':
      return ended('access_denied', 'authorization denied');
    case undefined:
      return ended('unknown', `poll: ${status} with no OAuth envelope`);
    default:
      return ended('unknown', `unknown poll error "${error}"`);
  }
}

function ended(code: 'unknown' | 'access_denied', message: string): Outcome {
  return { kind: 'ended', failure: new Failure(code, message) };
}

function expired(): Failure {
  return new Failure('expired_token', 'code expired before authorization');
}
