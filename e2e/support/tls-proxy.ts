import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { generate } from 'selfsigned';

export interface TlsProxy extends AsyncDisposable {
  readonly address: string;
  readonly listens: 'http' | 'https';
}

/** A proxy in front of a server, which says of every connection that it was `says`. */
export async function startProxy(target: string, listens: TlsProxy['listens'], says: string): Promise<TlsProxy> {
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const headers = {
      ...incoming.headers,
      'x-forwarded-proto': says,
      'x-forwarded-host': incoming.headers.host,
      'x-forwarded-for': incoming.socket.remoteAddress,
    };
    const onward = request(target + incoming.url, { method: incoming.method ?? 'GET', headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const server = listens === 'http' ? createHttp(forward) : createHttps(await certificate(), forward);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    address: `${listens}://127.0.0.1:${port}`,
    listens,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  return { key: made.private, cert: made.cert };
}
