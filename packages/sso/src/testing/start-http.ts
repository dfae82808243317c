import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export interface RunningServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A server on this machine only. */
export async function startHttp(listener: RequestListener, port = 0): Promise<RunningServer> {
  const server = createServer(listener).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
