import { join } from 'node:path';
import { yamlFile } from '../files/yaml-file.ts';
import type { ContextStore } from './context-store.ts';
import { readHosts, writeHosts } from './hosts-file.ts';
import { loginFile } from './login-file.ts';

/**
 * Contexts in `hosts.yml`, and in the `login.yml` of difyctl 1.17 where that is used as well. The latter is written first:
 * whoever is killed in between leaves no sign-in that only one of them has.
 */
export function fileContexts(folder: string): ContextStore {
  const file = yamlFile({ path: join(folder, 'hosts.yml'), read: readHosts, write: writeHosts });
  const login = loginFile(join(folder, 'login.yml'));
  return {
    async read() {
      const hosts = await file.load();
      await login.adoptInto(hosts);
      return hosts;
    },
    update: (change) =>
      file.change(async (hosts) => {
        await login.adoptInto(hosts);
        const result = change(hosts);
        await login.follow(hosts);
        return result;
      }),
  };
}
