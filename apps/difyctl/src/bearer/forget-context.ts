import { removeContext } from '../contexts/change-contexts.ts';
import { activeContext, type Context } from '../contexts/context.ts';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { paintFor } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';

/** Removes a context and its token from this machine and returns the context that is active now. */
export async function forgetContext(context: Context, { contexts, secrets }: Shell): Promise<Context | undefined> {
  const { host, email, tokenStorage } = context;
  await secrets.at(tokenStorage).remove(host, email).catch(letLockedStoreKeep);
  return contexts.update((hosts) => {
    removeContext(hosts, context);
    return activeContext(hosts);
  });
}

/** A locked credential store keeps its entry; without its context, nothing uses it any more. */
function letLockedStoreKeep(error: unknown): void {
  if (!(error instanceof Failure) || error.code !== 'keyring_unavailable') throw error;
}

/** Names the context that took over, so that the next command does not surprise. */
export function tellNext(next: Context | undefined, shell: Shell): void {
  if (next === undefined) return;
  const { yellow } = paintFor(shell, shell.err);
  shell.err.write(`${yellow('!')} Active context is now ${printable(next.email)} on ${next.host}\n`);
}
