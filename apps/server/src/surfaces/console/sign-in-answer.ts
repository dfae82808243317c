import type { SignInResult } from '@latchkey/core';
import type { Exchange, ServerContext } from '../../http/context.ts';
import { type SessionCookies, sendSessionCookies } from '../../http/session-cookies.ts';
import { sendUnfinishedCookie } from '../../http/unfinished-cookie.ts';

/** Dify's words; its clients show them as they are. */
const NO_WORKSPACE = 'workspace not found, please contact system admin to invite you to join in a workspace';
const NEW_PASSWORD = 'this password was made for one sign-in, please open the sign-in page and choose a new one';

/** `tokens` are what the cookies hold; only registering says them in its answer, as Dify does. */
type Answer = { result: 'success'; tokens: SessionCookies } | { result: 'fail'; data: string };

/** Ends a sign-in on the wire: with the cookies of a session, or with what an unfinished one goes on with. */
export function answerSignIn(
  context: ServerContext,
  { request, reply }: Pick<Exchange, 'request' | 'reply'>,
  result: SignInResult,
): Answer {
  if (result.kind === 'unfinished') {
    sendUnfinishedCookie(request, reply, result.token);
    return { result: 'fail', data: result.step === 'waiting' ? NO_WORKSPACE : NEW_PASSWORD };
  }
  return { result: 'success', tokens: sendSessionCookies(context, request, reply, result) };
}
