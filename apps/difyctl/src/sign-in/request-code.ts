import { type Client, WireError } from '@latchkey/sdk';
import { Failure, type FailureCode } from '../failure.ts';
import { readErrorBody, readOAuthError } from '../http/read-error-body.ts';
import { codeOf } from '../http/to-failure.ts';
import type { Machine } from '../shell.ts';
import { type DeviceGrant, readDeviceGrant } from './read-answers.ts';

export const CLIENT_ID = 'difyctl';
/** Longer labels break the servers that keep 255 characters. */
const LONGEST_LABEL = 255;

/** Starts a sign-in. The session is later listed as `difyctl on <hostname>`. */
export async function requestCode(client: Client, { hostname }: Machine): Promise<DeviceGrant> {
  const label = `difyctl on ${hostname || 'unknown-host'}`.slice(0, LONGEST_LABEL);
  try {
    const body = { client_id: CLIENT_ID, device_label: label };
    return readDeviceGrant(await client.call('POST /openapi/v1/oauth/device/code', { body }));
  } catch (error) {
    if (error instanceof SyntaxError) throw notADify(error);
    throw error instanceof WireError ? refusal(error) : error;
  }
}

export function withoutDeviceFlow(status: number): Failure {
  return new Failure('unsupported_endpoint', 'this Dify host does not implement the OAuth device flow', {
    answer: { status },
  });
}

function notADify(cause: SyntaxError): Failure {
  return new Failure('unknown', `device/code: the answer is not JSON: ${cause.message}`, {
    hint: 'is this the address of a Dify server? On self-hosted Dify, use the console API URL',
    cause,
  });
}

function refusal({ status, response }: WireError): Failure {
  if (status === 404) return withoutDeviceFlow(status);
  const envelope = readErrorBody(response.text);
  const oauth = readOAuthError(response.text);
  return new Failure(refusalCode(status), envelope?.message ?? `device/code: HTTP ${status}`, {
    hint: oauth && `the server says ${oauth}`,
    answer: { status, text: response.text, ...(envelope && { envelope }) },
  });
}

/** Nobody is signed in yet, so a 401 is no expired session. */
function refusalCode(status: number): FailureCode {
  return status === 401 ? 'server_4xx_other' : codeOf(status);
}
