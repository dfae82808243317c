import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { Open } from './exchange.ts';

/** Reaches a URL through a proxy: https inside a tunnel (CONNECT), http by asking for the absolute URL. */
export async function throughProxy(url: URL, proxy: URL, signal: AbortSignal): Promise<Open> {
  if (url.protocol === 'https:') return insideTunnel(url, await tunnel(url, proxy, signal));
  return ({ headers, ...options }) =>
    httpRequest(proxy, {
      ...options,
      path: url.href,
      headers: { ...(headers as OutgoingHttpHeaders), host: url.host, ...authorization(proxy) },
    });
}

async function insideTunnel(url: URL, socket: Socket): Promise<Open> {
  const [{ request }, { connect }] = await Promise.all([import('node:https'), import('node:tls')]);
  const secured = connect({ socket, servername: url.hostname });
  return (options) => request(url, { ...options, agent: false, createConnection: () => secured });
}

async function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? (await import('node:https')).request : httpRequest;
  const target = `${url.hostname}:${url.port || '443'}`;
  return new Promise((resolve, reject) => {
    request(proxy, { method: 'CONNECT', path: target, headers: { host: target, ...authorization(proxy) }, signal })
      .on('connect', ({ statusCode }, socket) => {
        if (statusCode === 200) return resolve(socket);
        socket.destroy();
        reject(new Error(`the proxy answered ${statusCode}`));
      })
      .on('error', reject)
      .end();
  });
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
