import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** RFC 6455 §1.3. */
const SOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** An application of somebody else's, with a stream of events and a WebSocket: remembers what reached it. */
export interface Application extends AsyncDisposable {
  readonly host: string;
  readonly address: string;
  readonly received: { readonly url: string; readonly headers: IncomingHttpHeaders }[];
  /** Streams that are open. */
  readonly streams: Set<ServerResponse>;
}

export async function startApplication(): Promise<Application> {
  const received: Application['received'] = [];
  const streams = new Set<ServerResponse>();
  const sockets = new Set<Duplex>();
  const server = createServer((request: IncomingMessage, response) => {
    received.push({ url: request.url ?? '', headers: request.headers });
    if (request.url === '/events') {
      streams.add(response);
      response.on('close', () => streams.delete(response));
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: open\n\n');
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Wiki</title><h1>The wiki</h1>
      <p id="stream">closed</p><p id="socket">closed</p><script>
      const say = (id, text) => { document.getElementById(id).textContent = text; };
      const cut = (id) => { say(id, 'cut'); window.cutAt ??= Date.now(); };
      const stream = new EventSource('/events');
      stream.onmessage = ({ data }) => say('stream', data);
      stream.onerror = () => { cut('stream'); stream.close(); };
      const socket = new WebSocket(location.origin.replace('http', 'ws') + '/socket');
      socket.onmessage = ({ data }) => say('socket', data);
      socket.onclose = () => cut('socket');
      </script>`);
  });
  server.on('upgrade', ({ headers }: IncomingMessage, socket) => {
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${SOCKET_GUID}`).digest('base64');
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    );
    // One unmasked text frame.
    socket.write(Buffer.from([0x81, 4, ...Buffer.from('open')]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    address: `http://${host}`,
    received,
    streams,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
