import { type AdminApi, adminApi, type EndpointInput } from '@latchkey/contract';
import { LIMIT_NAMES, type LimitName } from '@latchkey/contract/vocabulary';
import { changeSettings, DomainError, type InstanceSettings } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { fixedByOperator } from '../../settings/live-rules.ts';

type Wanted = Omit<EndpointInput<AdminApi['setSettings']>['body'], 'version'>;

export function adminSettingsRoutes(
  implement: Implement,
  { platform, rules, settings: operator }: ServerContext,
): void {
  const { store } = platform;
  const fixed = fixedByOperator(operator);

  const answer = async () => {
    await rules.refresh();
    const { version, settings } = await store.settings.get();
    const now = platform.rules;
    return {
      organisation: now.organisation,
      contact: now.contact,
      public_url: operator.publicUrl ?? settings.publicUrl,
      session: { idle_seconds: now.sessions.refreshSeconds, absolute_seconds: now.sessions.absoluteSeconds },
      password_min_length: now.passwordMinLength,
      invitation_hours: now.invitationHours,
      attempts_retention_days: now.attemptsRetentionDays,
      limits: Object.fromEntries(
        Object.entries(now.limits).map(([name, { max, windowSeconds }]) => [
          name,
          { max, window_seconds: windowSeconds },
        ]),
      ),
      fixed,
      version,
    };
  };

  implement(adminApi.getSettings)(answer);

  implement(adminApi.setSettings)(async ({ actor, origin, body: { version, ...wanted } }) => {
    const { settings } = await store.settings.get();
    await changeSettings(platform, origin, actor, { version, changes: changesFrom(wanted, settings) });
    return answer();
  });

  function changesFrom(wanted: Wanted, stored: InstanceSettings): Partial<InstanceSettings> {
    const { organisation, contact, public_url, session, limits } = wanted;
    const changedLimits = limitsFrom(limits ?? {});
    const touched = [
      ...(public_url === undefined ? [] : ['public_url']),
      ...changedLimits.map(([name]) => `limits.${name}`),
    ];
    if (touched.some((name) => fixed.includes(name))) throw new DomainError('fixed_by_operator');
    return defined({
      organisation,
      contact,
      publicUrl: typeof public_url === 'string' ? new URL(public_url).origin : public_url,
      sessionIdleSeconds: session?.idle_seconds,
      sessionAbsoluteSeconds: session?.absolute_seconds,
      passwordMinLength: wanted.password_min_length,
      invitationHours: wanted.invitation_hours,
      attemptsRetentionDays: wanted.attempts_retention_days,
      limits: limits === undefined ? undefined : { ...stored.limits, ...Object.fromEntries(changedLimits) },
    });
  }

  /** Only what differs from what holds now, so that a page may send all of them back. */
  function limitsFrom(limits: NonNullable<Wanted['limits']>) {
    return Object.entries(limits)
      .map(([name, { max, window_seconds }]) => [limitName(name), { max, windowSeconds: window_seconds }] as const)
      .filter(([name, rule]) => {
        const now = platform.rules.limits[name];
        return now.max !== rule.max || now.windowSeconds !== rule.windowSeconds;
      });
  }
}

function limitName(name: string): LimitName {
  const known = LIMIT_NAMES.find((candidate) => candidate === name);
  if (known === undefined) throw new DomainError('invalid_param', { message: `There is no limit named ${name}.` });
  return known;
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
