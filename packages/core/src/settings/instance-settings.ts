import type { LimitName, SsoConnectionId, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { LimitRule } from '../limits/limit-rules.ts';

/** What administrators set on the settings page. `null` and what is missing: as the operator or the product has it. */
export interface InstanceSettings {
  /** Shown on sign-in pages and in letters; empty for the product's name. */
  readonly organisation: string;
  /** Whom to ask. */
  readonly contact: string;
  /** An origin, what links are made of. */
  readonly publicUrl: string | null;
  /** A browser that is not used for this long is signed out. */
  readonly sessionIdleSeconds: number | null;
  /** However much it is used. */
  readonly sessionAbsoluteSeconds: number | null;
  readonly passwordMinLength: number;
  readonly invitationHours: number;
  readonly attemptsRetentionDays: number;
  readonly limits: Readonly<Partial<Record<LimitName, LimitRule>>>;
  /** Takes in every new account. */
  readonly defaultWorkspaceId: WorkspaceId | null;
  /** The connection through which external users open WebApps; `null`: none does. */
  readonly externalConnectionId: SsoConnectionId | null;
}

export const DEFAULT_INSTANCE_SETTINGS: InstanceSettings = {
  organisation: '',
  contact: '',
  publicUrl: null,
  sessionIdleSeconds: null,
  sessionAbsoluteSeconds: null,
  passwordMinLength: 8,
  invitationHours: 72,
  attemptsRetentionDays: 90,
  limits: {},
  defaultWorkspaceId: null,
  externalConnectionId: null,
};
