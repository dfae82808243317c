import { consoleApi } from '@latchkey/contract';
import type { InvitationId } from '@latchkey/contract/vocabulary';
import {
  answerInvitation,
  askForAccess,
  continueSignIn,
  DomainError,
  replaceOneTimePassword,
  viewUnfinishedSignIn,
} from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { sendUnfinishedCookie, unfinishedTokens } from '../../http/unfinished-cookie.ts';
import { wireInvitation } from '../wire-invitation.ts';
import { answerSignIn } from './sign-in-answer.ts';

export function unfinishedSignInRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;
  const { store, clock } = platform;

  implement(consoleApi.unfinishedSignIn)(async ({ request }) => {
    const { account, step } = await viewUnfinishedSignIn(platform, tokenOf(request));
    const asked = await store.accessRequests.findOf(account.id);
    const now = clock();
    const waiting = await store.invitations.listOpen(account.id, now);
    return {
      // Nothing missing any more is for the page to find out by going on.
      step: step ?? 'waiting',
      email: account.email,
      name: account.name,
      access_request:
        asked === undefined || asked.status === 'invited'
          ? null
          : { message: asked.message, created_at: asked.createdAt.toISOString(), status: asked.status },
      invitations: waiting.map((invitation) => wireInvitation(invitation, now)),
    };
  });

  implement(consoleApi.continueSignIn)(async ({ origin, request, reply }) => {
    const result = await continueSignIn(platform, origin, tokenOf(request));
    if (result.kind === 'signed_in') sendUnfinishedCookie(request, reply, undefined);
    return answerSignIn(context, { request, reply }, result);
  });

  implement(consoleApi.replaceOneTimePassword)(async ({ body, origin, request, reply }) => {
    const input = { token: tokenOf(request), password: body.new_password };
    const result = await replaceOneTimePassword(platform, origin, input);
    if (result.kind === 'signed_in') sendUnfinishedCookie(request, reply, undefined);
    return answerSignIn(context, { request, reply }, result);
  });

  implement(consoleApi.answerInvitationWaiting)(async ({ params, body, origin, request, reply }) => {
    const token = tokenOf(request);
    const { account } = await viewUnfinishedSignIn(platform, token);
    // A boundary: a UUID from outside becomes an id.
    const id = params.invitation_id as InvitationId;
    await answerInvitation(platform, origin, { account }, { id, accepts: body.accept });
    const result = await continueSignIn(platform, origin, token);
    if (result.kind === 'signed_in') sendUnfinishedCookie(request, reply, undefined);
    return answerSignIn(context, { request, reply }, result);
  });

  implement(consoleApi.requestAccess)(async ({ body, origin, request }) => {
    await askForAccess(platform, origin, { token: tokenOf(request), message: body.message });
    return { result: 'success' };
  });
}

/** The newest, where a browser carries several. */
function tokenOf(request: FastifyRequest): string {
  const token = unfinishedTokens(request).at(-1);
  if (token === undefined) throw new DomainError('unauthorized');
  return token;
}
