import { adminApi } from '@latchkey/contract';
import {
  type AdmittedAdminSession,
  changeAdministratorPassword,
  DomainError,
  type IssuedAdminSession,
  signInByLink,
  signInToAdministration,
  signOutOfAdministration,
} from '@latchkey/core';
import { sendAdminCookie } from '../../http/admin-cookie.ts';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

const SUCCESS = { result: 'success' } as const;

export function adminSessionRoutes(implement: Implement, { platform, isSetUp }: ServerContext): void {
  implement(adminApi.adminSignIn)(async ({ body, origin, request, reply }) => {
    if (!(await isSetUp())) throw new DomainError('not_setup');
    const issued = await signInToAdministration(platform, origin, body);
    sendAdminCookie(request, reply, issued.token);
    return wireSession(issued);
  });

  implement(adminApi.adminSignInByLink)(async ({ body, origin, request, reply }) => {
    const issued = await signInByLink(platform, origin, body.token);
    sendAdminCookie(request, reply, issued.token);
    return wireSession(issued);
  });

  implement(adminApi.adminSession)(({ actor }) => wireSession(actor));

  implement(adminApi.adminSignOut)(async ({ actor, origin, request, reply }) => {
    await signOutOfAdministration(platform, origin, actor);
    sendAdminCookie(request, reply, undefined);
    return SUCCESS;
  });

  implement(adminApi.adminChangePassword)(async ({ actor, origin, body }) => {
    const input = { current: body.password, next: body.new_password };
    await changeAdministratorPassword(platform, origin, actor, input);
    return SUCCESS;
  });
}

function wireSession({ account, session, hasOneTimePassword }: AdmittedAdminSession | IssuedAdminSession) {
  return {
    account_id: account.id,
    name: account.name,
    email: account.email,
    must_change_password: hasOneTimePassword,
    signed_in_at: session.createdAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
  };
}
