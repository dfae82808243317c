import { Failure } from '../failure.ts';
import { parseHost } from '../sign-in/parse-host.ts';

export interface EnvironmentToken {
  readonly token: string;
  /** Host and port. */
  readonly host: string;
  readonly baseUrl: string;
}

/**
 * The token that a script brings along in DIFY_TOKEN, for the server in DIFY_HOST. Without any file, and before any
 * stored context. A host that is written with http:// is taken at its word.
 */
export function readEnvironmentToken(env: (name: string) => string | undefined): EnvironmentToken | undefined {
  const token = env('DIFY_TOKEN');
  if (token === undefined) return undefined;
  const typed = env('DIFY_HOST');
  if (typed === undefined) {
    throw new Failure('usage_missing_arg', 'DIFY_TOKEN is set, but DIFY_HOST is not', {
      hint: 'set DIFY_HOST to the server of the token, or unset DIFY_TOKEN to use the stored contexts',
    });
  }
  const { host, baseUrl } = parseHost(typed, { insecure: true });
  return { token, host, baseUrl };
}
