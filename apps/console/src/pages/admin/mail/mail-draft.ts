import type { MailEncryption } from '@latchkey/contract/vocabulary';
import type { Mail } from './mail-query.ts';

/** The form of the mail server, as it is typed. */
export interface MailDraft {
  readonly host: string;
  readonly port: string;
  readonly encryption: MailEncryption;
  readonly user: string;
  readonly password: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly ehloName: string;
}

const PORTS = { tls: '465', starttls: '587', opportunistic: '25', none: '25' } as const satisfies Record<
  MailEncryption,
  string
>;

export function draftOf(settings: Mail['settings']): MailDraft {
  return {
    host: settings?.host ?? '',
    port: settings === null ? PORTS.starttls : String(settings.port),
    encryption: settings?.encryption ?? 'starttls',
    user: settings?.user ?? '',
    password: '',
    fromName: settings?.from_name ?? '',
    fromAddress: settings?.from_address ?? '',
    ehloName: settings?.ehlo_name ?? '',
  };
}

/** Another encryption brings its usual port along, unless an unusual one was entered. */
export function withEncryption(draft: MailDraft, encryption: MailEncryption): MailDraft {
  const isUsual = draft.port === '' || draft.port === PORTS[draft.encryption];
  return { ...draft, encryption, port: isUsual ? PORTS[encryption] : draft.port };
}

export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/** As the server takes it. */
export function settingsOf(draft: MailDraft) {
  const { host, port, encryption, user, password, fromName, fromAddress, ehloName } = draft;
  return {
    host: host.trim(),
    port: Number(port),
    encryption,
    user: user.trim() === '' ? null : user.trim(),
    ...(password === '' ? {} : { password }),
    from_name: fromName.trim(),
    from_address: fromAddress.trim(),
    ehlo_name: ehloName.trim() === '' ? null : ehloName.trim(),
  };
}
