import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import type { Send } from '@latchkey/sdk';
import { fileSettings } from '../config/file-settings.ts';
import { fileContexts } from '../contexts/file-contexts.ts';
import { systemSecrets } from '../secrets/system-secrets.ts';
import type { Machine, Shell } from '../shell.ts';
import { configFolder } from './config-folder.ts';
import { nodeInput } from './node-input.ts';
import { nodeOutput } from './node-output.ts';
import { onInterrupt } from './on-interrupt.ts';
import { realClock } from './real-clock.ts';

const machine: Machine = {
  platform: process.platform,
  arch: process.arch,
  get hostname() {
    return hostname();
  },
  get home() {
    return homedir();
  },
  get folder() {
    return process.cwd();
  },
};

/** The shell of a real process. What a command does not use is not loaded. */
export function nodeShell({ verbose, json }: Pick<Shell, 'verbose' | 'json'>): Shell {
  const env = (name: string) => process.env[name] || undefined;
  const out = nodeOutput(1);
  const err = nodeOutput(2);
  const place = { env, machine, err, verbose, clock: realClock };
  return {
    ...place,
    json,
    out,
    input: nodeInput(),
    contexts: fileContexts(configFolder(place)),
    settings: fileSettings(join(configFolder(place), 'config.yml')),
    secrets: systemSecrets(place),
    send(policy) {
      let send: Promise<Send> | undefined;
      return async (request) => {
        send ??= import('../http/node-send.ts').then(({ nodeSend }) => nodeSend(place, policy));
        return (await send)(request);
      };
    },
    openBrowser: async (url) => (await import('./open-browser.ts')).openBrowser(url, machine.platform),
    onInterrupt,
  };
}
