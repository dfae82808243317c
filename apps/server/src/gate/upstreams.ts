import { lookup as lookUpAddress } from 'node:dns';
import { type ClientRequest, Agent as HttpAgent, type RequestOptions, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressKind, DomainError, SAMPLE_UPSTREAM } from '@latchkey/core';

/** Reaches applications, and nothing that the operator keeps closed. */
export interface Upstreams {
  /** Where a WebApp's application answers. @throws DomainError `upstream_refused`. */
  resolve(upstream: string): URL;
  request(target: URL, options: Pick<RequestOptions, 'method' | 'path' | 'headers'>): ClientRequest;
  close(): void;
}

interface Options {
  readonly allowsPrivate: boolean;
  /** Where the sample application answers, if it runs. */
  readonly sample: () => string | undefined;
}

/**
 * What is judged is the address the socket is opened to, so a name that leads elsewhere a moment later (DNS rebinding)
 * gains nothing.
 */
export function upstreams({ allowsPrivate, sample }: Options): Upstreams {
  const lookup = guarded((address) => mayAsk(address, allowsPrivate));
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return {
    resolve(upstream) {
      if (upstream === SAMPLE_UPSTREAM) {
        const address = sample();
        if (address === undefined) throw new DomainError('upstream_unreachable');
        return new URL(address);
      }
      return usableUpstream(upstream, allowsPrivate);
    },
    request(target, options) {
      const isSecure = target.protocol === 'https:';
      const { hostname, port } = target;
      // The sample is ours, on this machine, whatever networks are open.
      const isSample = target.origin === sample();
      const how = { ...options, host: bare(hostname), port: port || (isSecure ? 443 : 80) };
      const own = isSample ? {} : { lookup };
      return isSecure
        ? requestHttps({ ...how, ...own, agent: agents.https })
        : requestHttp({ ...how, ...own, agent: agents.http });
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** An address that an application can have, as far as it can be told without asking. @throws DomainError `upstream_refused`. */
export function usableUpstream(text: string, allowsPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (
    url === undefined ||
    !isWeb ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new DomainError('upstream_refused');
  }
  const host = bare(url.hostname);
  // Node does not look up what is an address already.
  if (isIP(host) !== 0 && !mayAsk(host, allowsPrivate)) throw new DomainError('upstream_refused');
  return url;
}

function mayAsk(address: string, allowsPrivate: boolean): boolean {
  const kind = addressKind(address);
  return kind === 'public' || (kind === 'private' && allowsPrivate);
}

/** One address among several that must not be asked refuses the name: somebody is trying something. */
function guarded(isOpen: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookUpAddress(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isOpen(address))) {
        return callback(new Error(`${hostname} leads to an address that must not be asked`), []);
      }
      if (options.all === true) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
