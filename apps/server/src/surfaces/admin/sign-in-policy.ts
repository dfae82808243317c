import { type AdminApi, adminApi, type EndpointInput } from '@latchkey/contract';
import {
  changeSignInPolicy,
  currentPolicy,
  mailSettingsOf,
  previewSignInPolicy,
  revertsAt,
  type SsoEnforcement,
  type Switches,
  settleEnforcement,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

export function adminPolicyRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  const policy = async () => {
    await settleEnforcement(platform);
    const now = await currentPolicy(store, clock);
    const { password, emailCode, sso, ssoEnforced, ssoProtocol, registration, personalSpaces, enforcement } = now;
    return {
      email_password: password,
      email_code: emailCode,
      sso,
      sso_enforced: ssoEnforced,
      sso_protocol: ssoProtocol,
      sso_enforcement: wireEnforcement(enforcement),
      allow_registration: registration,
      create_personal_spaces: personalSpaces,
      version: await store.policy.version(),
    };
  };

  implement(adminApi.getSignInPolicy)(policy);

  implement(adminApi.previewSignInPolicy)(async ({ actor, body }) => {
    const { settings } = await mailSettingsOf(platform);
    const { loses, gains, warnings } = await previewSignInPolicy(platform, switchesFrom(body), settings !== undefined);
    const own = actor.kind === 'administrator' && loses.first.some(({ email }) => email === actor.account.email);
    const people = ({ count, first }: typeof loses) => ({ count, first: [...first] });
    return {
      loses: people(loses),
      gains: people(gains),
      warnings: [...warnings, ...(own ? ['own_way' as const] : [])],
    };
  });

  implement(adminApi.setSignInPolicy)(async ({ actor, origin, body }) => {
    await changeSignInPolicy(platform, origin, actor, {
      version: body.version,
      switches: switchesFrom(body),
      confirmWithinMinutes: body.confirm_within_minutes,
    });
    return policy();
  });
}

function wireEnforcement(enforcement: SsoEnforcement | null) {
  if (enforcement === null) return null;
  const { startedByName, startedAt, confirmedAt } = enforcement;
  return {
    started_by: startedByName,
    started_at: startedAt.toISOString(),
    reverts_at: revertsAt({ enforcement })?.toISOString() ?? null,
    confirmed_at: confirmedAt?.toISOString() ?? null,
  };
}

function switchesFrom(body: EndpointInput<AdminApi['previewSignInPolicy']>['body']): Switches {
  return {
    password: body.email_password,
    emailCode: body.email_code,
    sso: body.sso,
    ssoEnforced: body.sso_enforced,
    registration: body.allow_registration,
    personalSpaces: body.create_personal_spaces,
  };
}
