import { lookup as lookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { addressKind } from '@latchkey/core';
import { Agent, buildConnector } from 'undici';
import { RefusedAddress } from './refused-address.ts';

/**
 * Connects to addresses that may be asked and to no other. What is judged is the address the socket is opened to, so a
 * name that resolves to something else a moment later (DNS rebinding) gains nothing. Plain http stays inside private
 * networks.
 */
export function guardedAgent(options: { allowPrivateNetworks: boolean; timeoutMs: number }): Agent {
  const open = (mayAsk: (address: string) => boolean): buildConnector.connector => {
    const connect = buildConnector({ timeout: options.timeoutMs, lookup: guardedLookup(mayAsk) });
    return (target, callback) => {
      const host = target.hostname.replace(/^\[|\]$/g, '');
      // Node does not look up what is an address already.
      if (isIP(host) !== 0 && !mayAsk(host)) return callback(new RefusedAddress(`${host} must not be asked`), null);
      connect(target, callback);
    };
  };
  const isPrivate = (address: string) => options.allowPrivateNetworks && addressKind(address) === 'private';
  const openPlain = open(isPrivate);
  const openSecure = open((address) => addressKind(address) === 'public' || isPrivate(address));
  return new Agent({
    connect: (target, callback) => (target.protocol === 'https:' ? openSecure : openPlain)(target, callback),
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
  });
}

/** One address among several that must not be asked refuses the name: somebody is trying something. */
function guardedLookup(mayAsk: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookupAddress(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const refused = addresses.find(({ address }) => !mayAsk(address));
      if (refused !== undefined) {
        return callback(new RefusedAddress(`${hostname} leads to ${refused.address}, which must not be asked`), []);
      }
      const [first] = addresses;
      if (options.all === true || first === undefined) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
