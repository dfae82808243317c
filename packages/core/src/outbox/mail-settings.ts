import type { MailEncryption } from '@latchkey/contract/vocabulary';
import type { Platform } from '../kernel/platform.ts';

/** Which mail server letters go to, and whose name is on them. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly encryption: MailEncryption;
  /** `null` for a server that takes letters without signing in. */
  readonly user: string | null;
  readonly password: string | null;
  readonly fromName: string;
  /** One plain address. */
  readonly fromAddress: string;
  /** How this server names itself to the mail server; `null` for the machine's name. */
  readonly ehloName: string | null;
}

/** The settings that hold: the operator's win over those of the page. */
export async function mailSettingsOf({ store, rules }: Pick<Platform, 'store' | 'rules'>): Promise<MailSettingsInUse> {
  if (rules.mail !== undefined) return { source: 'environment', settings: rules.mail };
  const settings = await store.mailSettings.get();
  return settings === undefined ? { source: 'none', settings } : { source: 'page', settings };
}

export type MailSettingsInUse =
  | { readonly source: 'environment' | 'page'; readonly settings: MailSettings }
  | { readonly source: 'none'; readonly settings: undefined };

/** A password goes to nobody but the server and user it was entered for. */
export function isSameSignIn(a: MailSettings, b: Omit<MailSettings, 'password'>): boolean {
  return a.host === b.host && a.user === b.user;
}

/** For the audit log and the page: all but the password. */
export function withoutPassword({ password, ...settings }: MailSettings): Omit<MailSettings, 'password'> {
  return settings;
}
