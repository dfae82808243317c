import { isLoopback } from '../http/local-caller.ts';
import type { Settings } from '../settings/settings.ts';

/** How WebApps are reached, and what they may lead to. */
export interface GateOptions {
  /** `apps.example.com`, without a port. */
  readonly domain: string | undefined;
  /** `:8443` where the apps have another port than this server. */
  readonly domainPort: string | undefined;
  /** Under `/apps/CODE/`; only where there is no domain. */
  readonly isByPath: boolean;
  readonly allowsPrivateUpstreams: boolean;
}

export function gateOptions(settings: Settings): GateOptions {
  const [domain, port] = settings.appsDomain?.split(':') ?? [];
  const isAlone = isLoopback(settings.host);
  const isOn = (choice: 'auto' | 'on' | 'off') => choice === 'on' || (choice === 'auto' && isAlone);
  return {
    domain,
    domainPort: port === undefined ? undefined : `:${port}`,
    isByPath: domain === undefined && isOn(settings.appsByPath),
    allowsPrivateUpstreams: isOn(settings.appsAllowPrivateUpstreams),
  };
}
