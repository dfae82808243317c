import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** What an application got. */
interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** An application to put behind the gate: answers with what it received, streams events, and echoes on a socket. */
export interface Application extends AsyncDisposable {
  readonly address: string;
  readonly received: Received[];
  /** Answers the next requests in its own way. */
  answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** Sends an event on every open stream. */
  tell(text: string): void;
  /** Streams and sockets that are open. */
  readonly open: Set<Duplex>;
}

const SOCKET_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startApplication(): Promise<Application> {
  const received: Received[] = [];
  const open = new Set<Duplex>();
  const streams = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    if (application.answer !== undefined) return application.answer(request, response);
    if (request.url?.startsWith('/events') === true) {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      keep(request.socket);
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return undefined;
    }
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers, body });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(received.at(-1)));
    return undefined;
  });
  // RFC 6455, as little as an echo of short texts needs.
  server.on('upgrade', (request, socket, head) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${SOCKET_KEY}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    keep(socket);
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    const hear = (frame: Buffer) => {
      const isClose = (frame.readUInt8(0) & 0x0f) === 8;
      if (isClose) return void socket.end(Buffer.from([0x88, 0]));
      const text = unmasked(frame);
      socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
    };
    if (head.length > 0) hear(head);
    socket.on('data', hear);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const application: Application = {
    address: `http://127.0.0.1:${port}`,
    received,
    answer: undefined,
    open,
    tell: (text) => {
      for (const stream of streams) stream.write(`data: ${text}\n\n`);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return application;

  function keep(socket: Duplex): void {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  }
}

function unmasked(frame: Buffer): Buffer {
  const length = frame.readUInt8(1) & 0x7f;
  const mask = frame.subarray(2, 6);
  return Buffer.from(frame.subarray(6, 6 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
}
