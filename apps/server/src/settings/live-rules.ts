import { LIMIT_NAMES, type LimitName } from '@latchkey/contract/vocabulary';
import {
  DEFAULT_INSTANCE_SETTINGS,
  DEFAULT_LIMIT_RULES,
  DEFAULT_SESSION_LIFETIMES,
  type InstanceSettings,
  type InstanceSettingsStore,
  type LimitRules,
  type PlatformRules,
} from '@latchkey/core';
import { operatorMail } from './operator-mail.ts';
import type { Settings } from './settings.ts';

/** What operator and administrators have set, as it is now. */
export interface LiveRules {
  readonly current: PlatformRules;
  /** The public address, where operator or administrators have named one. */
  readonly statedPublicUrl: string | undefined;
  /** Where the server turned out to listen; what links are made of until somebody sets a public address. */
  listensAt(address: string): void;
  /** Reads again what the administrators have set, here or through another replica. */
  refresh(): Promise<void>;
}

/** The operator's word counts first, then the administrators', then the product's. */
export function liveRules(operator: Settings, store: InstanceSettingsStore): LiveRules {
  let address = `http://localhost:${operator.port}`;
  let stored: InstanceSettings = DEFAULT_INSTANCE_SETTINGS;
  let current = combine(operator, stored, address);
  const combineAgain = (): void => {
    current = combine(operator, stored, address);
  };
  return {
    get current() {
      return current;
    },
    get statedPublicUrl() {
      return operator.publicUrl ?? stored.publicUrl ?? undefined;
    },
    listensAt(listening) {
      address = listening;
      combineAgain();
    },
    async refresh() {
      stored = (await store.get()).settings;
      combineAgain();
    },
  };
}

/** What the operator has set and no page changes, by its name on the settings page. */
export function fixedByOperator({ publicUrl, limits }: Settings): string[] {
  return [...(publicUrl === undefined ? [] : ['public_url']), ...changedLimits(limits).map((name) => `limits.${name}`)];
}

function combine(operator: Settings, stored: InstanceSettings, address: string): PlatformRules {
  const { sessionIdleSeconds, sessionAbsoluteSeconds, limits, publicUrl, ...rest } = stored;
  const operators = Object.fromEntries(changedLimits(operator.limits).map((name) => [name, operator.limits[name]]));
  return {
    ...rest,
    publicUrl: operator.publicUrl ?? publicUrl ?? address,
    sessions: {
      ...DEFAULT_SESSION_LIFETIMES,
      refreshSeconds: sessionIdleSeconds ?? DEFAULT_SESSION_LIFETIMES.refreshSeconds,
      absoluteSeconds: sessionAbsoluteSeconds ?? DEFAULT_SESSION_LIFETIMES.absoluteSeconds,
    },
    limits: { ...DEFAULT_LIMIT_RULES, ...limits, ...operators },
    bearerTtlDays: operator.bearerTtlDays,
    deviceClientIds: operator.deviceClientIds,
    provenDomains: operator.ssoProvenDomains,
    mail: operatorMail(operator),
  };
}

function changedLimits(limits: LimitRules): LimitName[] {
  return LIMIT_NAMES.filter((name) => {
    const [usual, set] = [DEFAULT_LIMIT_RULES[name], limits[name]];
    return usual.max !== set.max || usual.windowSeconds !== set.windowSeconds;
  });
}
