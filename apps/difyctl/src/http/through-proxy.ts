import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Open } from './exchange.ts';
import { type Trust, toTls } from './trust.ts';

interface Way {
  readonly trust: Trust;
  /** Told of a request that goes before the one that is wanted. */
  readonly onRequest: (request: ClientRequest) => void;
}

/** Reaches a URL through a proxy: https inside a tunnel (CONNECT), http by asking for the absolute URL. */
export async function throughProxy(url: URL, proxy: URL, way: Way): Promise<Open> {
  if (url.protocol === 'https:') return insideTunnel(url, await tunnel(url, proxy, way), way.trust);
  return ({ headers, ...options }) =>
    httpRequest(proxy, {
      ...options,
      path: url.href,
      headers: { ...(headers as OutgoingHttpHeaders), host: url.host, ...authorization(proxy) },
    });
}

async function insideTunnel(url: URL, socket: Socket, trust: Trust): Promise<Open> {
  const [{ request }, { connect }] = await Promise.all([import('node:https'), import('node:tls')]);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secured: TLSSocket = connect({
    ...toTls(trust),
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
  });
  await once(secured, 'secureConnect');
  // An agent, even a new one, would open a connection of its own, past the proxy.
  return (options) => request(url, { ...options, createConnection: () => secured }).on('close', () => socket.destroy());
}

async function tunnel(url: URL, proxy: URL, { trust, onRequest }: Way): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? (await import('node:https')).request : httpRequest;
  const target = `${url.hostname}:${url.port || '443'}`;
  return new Promise((resolve, reject) => {
    const asked = request(proxy, {
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...authorization(proxy) },
      ...toTls(trust),
    });
    onRequest(asked);
    asked.on('error', reject);
    asked.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(`the proxy answered ${statusCode}`));
    });
    asked.end();
  });
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
