import { openApi } from '@latchkey/contract';
import {
  decideDeviceGrant,
  lookUpDeviceGrant,
  networkOf,
  redeemDeviceGrant,
  requestDeviceGrant,
  viewDeviceGrant,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import { cookieName, cookieValues } from '../../http/cookies.ts';
import type { Implement } from '../../http/implement.ts';
import { isSecure, publicBase } from '../../http/request-origin.ts';

export function deviceRoutes(implement: Implement, { platform, settings }: ServerContext): void {
  implement(openApi.requestDeviceCode)(async ({ body, request, origin }) => {
    const grant = await requestDeviceGrant(platform, origin, {
      clientId: body.client_id,
      deviceLabel: body.device_label,
    });
    const page = `${publicBase(request, settings.publicUrl)}/device`;
    return {
      device_code: grant.deviceCode,
      user_code: grant.userCode,
      verification_uri: page,
      verification_uri_complete: `${page}?user_code=${grant.userCode}`,
      expires_in: grant.expiresInSeconds,
      interval: grant.intervalSeconds,
    };
  });

  implement(openApi.redeemDeviceCode)(async ({ body, origin }) => {
    const input = { deviceCode: body.device_code, clientId: body.client_id };
    const { token, session, account, workspaces, defaultWorkspace } = await redeemDeviceGrant(platform, origin, input);
    return {
      token,
      expires_at: session.expiresAt.toISOString(),
      subject_type: 'account',
      account: { id: account.id, email: account.email, name: account.name },
      workspaces: workspaces.map(({ id, name, role }) => ({ id, name, role })),
      default_workspace_id: defaultWorkspace?.id ?? null,
      token_id: session.id,
    };
  });

  implement(openApi.lookupDeviceCode)(async ({ query, origin }) => {
    const { valid, expiresInSeconds, clientId } = await lookUpDeviceGrant(platform, origin, query.user_code);
    return { valid, expires_in_remaining: expiresInSeconds, client_id: clientId };
  });

  implement(openApi.approvalContext)(async ({ actor, query, request, origin }) => {
    const grant = await viewDeviceGrant(platform, origin, actor, query.user_code);
    const [csrfToken = ''] = cookieValues(request.headers.cookie, cookieName('csrf_token', isSecure(request)));
    return {
      subject_email: actor.account.email,
      subject_issuer: 'dify:account',
      user_code: query.user_code,
      csrf_token: csrfToken,
      expires_at: grant.expiresAt.toISOString(),
      client_id: grant.clientId,
      device_label: grant.deviceLabel,
      requested_ip: grant.requestedIp,
      requested_at: grant.requestedAt.toISOString(),
      same_network: networkOf(grant.requestedIp) === networkOf(origin.ip),
      scopes: ['full'],
      token_ttl_seconds: platform.rules.bearerTtlDays * 86_400,
    };
  });

  implement(openApi.approveDevice)(async ({ actor, body, origin }) => {
    await decideDeviceGrant(platform, origin, actor, body.user_code, 'approved');
    return { status: 'approved' };
  });

  implement(openApi.denyDevice)(async ({ actor, body, origin }) => {
    await decideDeviceGrant(platform, origin, actor, body.user_code, 'denied');
    return { status: 'denied' };
  });
}
