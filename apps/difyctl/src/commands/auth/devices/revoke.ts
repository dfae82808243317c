import { forgetContext, tellNext } from '../../../bearer/forget-context.ts';
import { listSessions, type Session } from '../../../bearer/list-sessions.ts';
import { matchSessions } from '../../../bearer/match-sessions.ts';
import { type BearerSession, openBearerSession } from '../../../bearer/open-bearer-session.ts';
import { defineCommand } from '../../../command-line/command.ts';
import { Failure } from '../../../failure.ts';
import { chooseRetries, HTTP_RETRY_FLAG } from '../../../http/retries.ts';
import type { Shell } from '../../../shell.ts';
import { confirm } from '../../../terminal/confirm.ts';
import { isInteractive } from '../../../terminal/is-interactive.ts';
import { paintFor } from '../../../terminal/paint.ts';

export const devicesRevoke = defineCommand(
  {
    summary: 'End sessions on the server',
    description:
      'A target is an exact label, else an exact id, else a part of a label in any case. Asks before it revokes in a terminal, and not elsewhere. Ending the session of this context signs it out here too.',
    effect: 'write',
    args: [{ name: 'target', required: false, description: 'Label or id from auth devices list' }],
    flags: {
      all: { type: 'boolean', description: 'Every session but the one this context uses' },
      yes: { type: 'boolean', char: 'y', description: 'Do not ask' },
      'http-retry': HTTP_RETRY_FLAG,
    },
    examples: ['difyctl auth devices revoke "difyctl on build-runner-3"', 'difyctl auth devices revoke --all -y'],
    agentGuide: 'Pass an id: a label may match more than one session, which revokes none and exits 2.',
  },
  async ({ all, yes, 'http-retry': retries }, shell, [target]) => {
    const session = await openBearerSession(shell, chooseRetries(retries, shell.env));
    if (!all && !target) {
      throw new Failure('usage_missing_arg', 'specify a device label / id, or pass --all', {
        hint: "see 'difyctl auth devices list'",
      });
    }
    if (all && target) throw new Failure('usage_invalid_flag', 'pass either a device label / id or --all, not both');
    const sessions = await listSessions(session.client);
    const chosen = target ? [theOne(sessions, target)] : otherThanCurrent(sessions, session);
    if (chosen.length === 0) {
      shell.out.write('no sessions to revoke\n');
      return;
    }
    if (!yes && isInteractive(shell) && !(await confirm(shell, `Revoke ${chosen.length} session(s)?`))) {
      throw new Failure('usage_missing_arg', 'revoke cancelled', { hint: 'pass -y to skip the question' });
    }
    await revoke(chosen, session, shell);
  },
);

function theOne(sessions: readonly Session[], target: string): Session {
  const found = matchSessions(sessions, target);
  const [first] = found;
  if (first === undefined) throw new Failure('usage_missing_arg', `no session matches "${target}"`);
  if (found.length === 1) return first;
  const candidates = found.map(({ device_label, id }) => `${device_label} (${id})`).join(', ');
  throw new Failure(
    'usage_invalid_flag',
    `"${target}" matches multiple sessions: ${candidates}; pass an exact id to disambiguate`,
  );
}

function otherThanCurrent(sessions: readonly Session[], { context }: BearerSession): readonly Session[] {
  const current = context?.stored.tokenId;
  if (current !== undefined) return sessions.filter(({ id }) => id !== current);
  throw new Failure('client_error', 'cannot tell which session is the current one, so --all would end it too', {
    hint: "revoke sessions one by one; see 'difyctl auth devices list'",
  });
}

async function revoke(chosen: readonly Session[], { client, context }: BearerSession, shell: Shell): Promise<void> {
  for (const { id } of chosen) {
    await client.call('DELETE /openapi/v1/account/sessions/{session_id}', { params: { session_id: id } });
  }
  const { green } = paintFor(shell, shell.out);
  const ended = context && chosen.some(({ id }) => id === context.stored.tokenId) ? context : undefined;
  const next = ended && (await forgetContext(ended, shell));
  shell.out.write(`${green('✓')} Revoked ${chosen.length} session(s)\n`);
  tellNext(next, shell);
}
