import { ConnectError } from './connect-error.ts';
import { readServerVersion, type ServerVersion } from './server-version.ts';
import type { Transport } from './transport.ts';
import { addressOf, isOk, readDate, readObject, refusal, send } from './wire-call.ts';

/** What a server says of itself to anybody. */
export interface AskedVersion extends ServerVersion {
  readonly hasPlugins: boolean;
  /** The time of the answer, by the server's clock. */
  readonly askedAt: Date | undefined;
}

/**
 * Asks a server for its version; needs no session.
 *
 * @example
 * ```ts
 * const { text, hasCookies } = await askVersion('https://dify.example.com', fetchTransport);
 * console.log(text, hasCookies);
 * ```
 *
 * @throws {ConnectError} `system_features_failed`, `invalid_version`, `server_unreachable`,
 *   `server_redirects`
 */
export async function askVersion(server: string, transport: Transport): Promise<AskedVersion> {
  const url = addressOf(server, '/console/api/system-features');
  const answer = await send(transport, { method: 'GET', url, headers: { accept: 'application/json' } });
  if (!isOk(answer)) throw refusal('system_features_failed', 'Failed to obtain system features', answer);
  const features = readObject(answer.text);
  if (features === undefined) {
    throw new ConnectError(
      'system_features_failed',
      'Failed to obtain system features: the answer is not JSON. Is this the address of a Dify console?',
    );
  }
  const version = answer.header('x-version');
  if (version === undefined) {
    throw new ConnectError('system_features_failed', 'Failed to obtain system features: the server names no version.');
  }
  return {
    ...readServerVersion(version),
    hasPlugins: features.enable_marketplace != null,
    askedAt: readDate(answer),
  };
}
