import { openApi } from '@latchkey/contract';
import {
  approveExternally,
  type DeviceGrant,
  decideDeviceGrant,
  EXTERNAL_SCOPES,
  lookUpDeviceGrant,
  networkOf,
  type Origin,
  type RedeemedDeviceGrant,
  redeemDeviceGrant,
  requestDeviceGrant,
  viewApproval,
  viewDeviceGrant,
} from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import { authenticateConsole } from '../../http/callers.ts';
import type { ServerContext } from '../../http/context.ts';
import { cookieName, cookieValues } from '../../http/cookies.ts';
import { approvalTokens, sendApprovalCookie } from '../../http/device-approval-cookie.ts';
import type { Implement } from '../../http/implement.ts';
import { isSecure, publicBase } from '../../http/request-origin.ts';

export function deviceRoutes(implement: Implement, context: ServerContext): void {
  const { platform, rules } = context;
  implement(openApi.requestDeviceCode)(async ({ body, request, origin }) => {
    const grant = await requestDeviceGrant(platform, origin, {
      clientId: body.client_id,
      deviceLabel: body.device_label,
    });
    const page = `${publicBase(request, rules.statedPublicUrl)}/device`;
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
    const redeemed = await redeemDeviceGrant(platform, origin, input);
    if (redeemed.kind === 'external') return wireExternalTerminal(redeemed);
    const { token, session, account, workspaces, defaultWorkspace } = redeemed;
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

  implement(openApi.approvalContext)(async ({ query, request, origin }) => {
    if (query.user_code === '') return externalContext(request, origin);
    const actor = await authenticateConsole(openApi.approvalContext, context, request);
    const grant = await viewDeviceGrant(platform, origin, actor, query.user_code);
    const [csrfToken = ''] = cookieValues(request.headers.cookie, cookieName('csrf_token', isSecure(request)));
    return {
      subject_email: actor.account.email,
      subject_issuer: 'dify:account',
      user_code: query.user_code,
      csrf_token: csrfToken,
      expires_at: grant.expiresAt.toISOString(),
      ...wireRequest(grant, origin),
      scopes: ['full'],
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

  implement(openApi.approveDeviceExternally)(async ({ body, request, reply, origin }) => {
    const csrf = request.headers['x-csrf-token'];
    await approveExternally(platform, origin, {
      tokens: approvalTokens(request),
      csrfToken: typeof csrf === 'string' ? csrf : '',
      userCode: body.user_code,
    });
    sendApprovalCookie(request, reply, undefined);
    return { status: 'approved' };
  });

  async function externalContext(request: FastifyRequest, origin: Origin) {
    const { approval, user, grant, csrfToken } = await viewApproval(platform, approvalTokens(request));
    return {
      subject_email: user.email ?? '',
      subject_issuer: approval.issuer,
      user_code: approval.userCode,
      csrf_token: csrfToken,
      expires_at: approval.expiresAt.toISOString(),
      ...wireRequest(grant, origin),
      scopes: [...EXTERNAL_SCOPES],
    };
  }

  function wireRequest(
    grant: Pick<DeviceGrant, 'clientId' | 'deviceLabel' | 'requestedIp' | 'requestedAt'>,
    origin: Origin,
  ) {
    return {
      client_id: grant.clientId,
      device_label: grant.deviceLabel,
      requested_ip: grant.requestedIp,
      requested_at: grant.requestedAt.toISOString(),
      same_network: networkOf(grant.requestedIp) === networkOf(origin.ip),
      token_ttl_seconds: platform.rules.bearerTtlDays * 86_400,
    };
  }
}

function wireExternalTerminal({ token, session, user }: Extract<RedeemedDeviceGrant, { kind: 'external' }>) {
  return {
    token,
    expires_at: session.expiresAt.toISOString(),
    subject_type: 'external_sso' as const,
    account: null,
    subject_email: user.email ?? '',
    subject_issuer: session.issuer,
    workspaces: [],
    default_workspace_id: null,
    token_id: session.id,
  };
}
