import { Resolver } from 'node:dns/promises';
import type { SsoConnector, SsoProviders, Store } from '@latchkey/core';

interface Options {
  /** Makes our keys as a service provider, as JSON. */
  readonly makeKeys: () => Promise<string>;
  /** Makes the connector with them. */
  readonly makeConnector: (keys: string) => Promise<SsoConnector>;
  /** Name servers; those of the system when there are none. */
  readonly dnsServers: readonly string[];
}

const DNS_TRIES = 2;
const DNS_TIMEOUT_MS = 3000;

/** Identity providers and the domain name system. Nothing of it is loaded, and no key made, until somebody asks. */
export function ssoProviders(
  { serviceProviderKeys }: Pick<Store, 'serviceProviderKeys'>,
  { makeKeys, makeConnector, dnsServers }: Options,
): SsoProviders {
  let made: Promise<SsoConnector> | undefined;
  return {
    connector() {
      made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return made;
    },
    async txtRecords(name) {
      const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: DNS_TRIES });
      if (dnsServers.length > 0) resolver.setServers(dnsServers);
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
      } catch {
        // No such name, no such record, nobody who answers: none of them proves anything.
        return [];
      }
    },
  };

  async function make(): Promise<SsoConnector> {
    const keys = (await serviceProviderKeys.get()) ?? (await serviceProviderKeys.keep(await makeKeys()));
    return makeConnector(keys);
  }
}
