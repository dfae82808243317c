import { consoleApi } from '@latchkey/contract';
import type { InvitationId } from '@latchkey/contract/vocabulary';
import {
  type AdmittedSession,
  acceptInvitation,
  allowsMethod,
  answerInvitation,
  askForInvitationCode,
  currentPolicy,
  invitationStatus,
  type ListedInvitation,
} from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import { authenticate } from '../../http/callers.ts';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { wireInvitation } from '../wire-invitation.ts';
import { answerSignIn } from './sign-in-answer.ts';

const SUCCESS = { result: 'success' } as const;

export function invitationRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;
  const { store, clock, secrets } = platform;

  implement(consoleApi.checkInvitation)(async ({ query }) => {
    const invitation = await store.invitations.findByToken(secrets.digest(query.token));
    if (invitation === undefined) return { is_valid: false, reason: 'unknown' };
    const status = invitationStatus(invitation, clock());
    if (status !== 'open') return { is_valid: false, reason: status };
    return { is_valid: true, data: await describe(invitation) };
  });

  implement(consoleApi.sendInvitationCode)(async ({ body, origin }) => ({
    ...SUCCESS,
    data: await askForInvitationCode(platform, origin, body.token),
  }));

  implement(consoleApi.activate)(async ({ body, origin, request, reply }) => {
    const { token, name, interface_language: language, timezone, password, code, code_token } = body;
    const proof = code === undefined || code_token === undefined ? undefined : { code, token: code_token };
    const actor = await signedIn(request);
    const result = await acceptInvitation(platform, origin, actor, {
      token,
      name,
      language,
      timezone,
      password,
      proof,
    });
    if (result !== undefined) await answerSignIn(context, { request, reply }, result);
    return SUCCESS;
  });

  implement(consoleApi.myInvitations)(async ({ actor }) => {
    const now = clock();
    const waiting = await store.invitations.listOpen(actor.account.id, now);
    return { data: waiting.map((invitation) => wireInvitation(invitation, now)) };
  });

  implement(consoleApi.answerInvitation)(async ({ actor, origin, params, body }) => {
    // A boundary: a UUID from outside becomes an id.
    const id = params.invitation_id as InvitationId;
    await answerInvitation(platform, origin, actor, { id, accepts: body.accept });
    return SUCCESS;
  });

  async function describe(invitation: ListedInvitation & { readonly isProof: boolean }) {
    const account = await store.accounts.find(invitation.accountId);
    return {
      workspace_name: invitation.workspaceName,
      workspace_id: invitation.workspaceId,
      email: invitation.email,
      role: invitation.role,
      inviter: invitation.inviter,
      expires_at: invitation.expiresAt.toISOString(),
      account: account?.status === 'pending' ? ('new' as const) : ('existing' as const),
      proven: invitation.isProof,
      password: allowsMethod(await currentPolicy(store, clock), 'password'),
    };
  }

  /** Whoever is signed in, if anybody: the route is open to those who are not. */
  async function signedIn(request: FastifyRequest): Promise<AdmittedSession | undefined> {
    const actor = await authenticate(consoleApi.getProfile, context, request).catch(() => undefined);
    return actor !== undefined && 'isPasswordSet' in actor ? actor : undefined;
  }
}
