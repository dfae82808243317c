import { installedProgram } from './installed-program.ts';

const DEBIAN_PACKAGES = { nginx: 'nginx-light', caddy: 'caddy' } as const;

/** A reverse proxy that tests run. @throws Error that names the one command to run. */
export function findReverseProxy(name: keyof typeof DEBIAN_PACKAGES): string {
  return installedProgram(name, DEBIAN_PACKAGES[name]);
}
