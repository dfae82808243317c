import type { IncomingMessage } from 'node:http';

/**
 * Whether a request asks to become a WebSocket (RFC 6455 §4.1). No other protocol is ever spoken on its connection: what
 * runs through a tunnel is not judged request by request, so `Upgrade: h2c` would go around the gate. A program that
 * merely offers another one, as Java's does, is answered as if it had not.
 */
export function asksForSocket({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return method === 'GET' && !hasBody && headers.upgrade?.toLowerCase() === 'websocket';
}
