import type { Context } from '../contexts/context.ts';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';

/** @throws {Failure} `not_logged_in` when the store holds no token for the context */
export async function readToken(context: Context, { secrets }: Pick<Shell, 'secrets'>): Promise<string> {
  const { host, email, tokenStorage } = context;
  const token = await secrets.at(tokenStorage).read(host, email);
  if (token) return token;
  throw new Failure('not_logged_in', `no credential stored for ${email} on ${host}`, {
    hint: `run 'difyctl auth login --host ${host}'`,
  });
}
