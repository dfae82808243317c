import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** An application of somebody else's: remembers what reached it. */
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
      <p id="stream">closed</p><script>
      const stream = new EventSource('/events');
      const say = (text) => { document.getElementById('stream').textContent = text; };
      stream.onmessage = ({ data }) => say(data);
      stream.onerror = () => { say('cut'); stream.close(); };
      </script>`);
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
      server.close();
      await once(server, 'close');
    },
  };
}
