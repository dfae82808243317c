import { COMMAND_FORMS, type CommandForm } from './login-command.ts';
import { CLOUD, type ServerAddress } from './server-address.ts';

/** All that is kept: addresses, and the form of the copied command. Never a token. */
export interface ExtensionSettings {
  /** Self-hosted ones. */
  readonly servers: readonly ServerAddress[];
  readonly form: CommandForm;
}

export async function loadSettings(): Promise<ExtensionSettings> {
  const { servers, form } = await chrome.storage.local.get(['servers', 'form']);
  return {
    servers: Array.isArray(servers) ? servers.filter((server) => typeof server === 'string') : [],
    form: COMMAND_FORMS.find((known) => known === form) ?? 'powershell',
  };
}

export async function saveSettings(settings: Partial<ExtensionSettings>): Promise<void> {
  await chrome.storage.local.set(settings);
}

export function allServers({ servers }: ExtensionSettings): readonly ServerAddress[] {
  return [CLOUD, ...servers];
}
