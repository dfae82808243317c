import type { HttpAnswer, Transport } from './transport.ts';

/**
 * Over https without looking at the certificate, for servers that signed their own. Needs Node. Covers every request,
 * the first one too.
 */
export const insecureTransport: Transport = async ({ method, url, headers, body }) => {
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  return new Promise<HttpAnswer>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(new TextEncoder().encode(body).length) };
    const options = { method, headers: { ...headers, ...length }, rejectUnauthorized: false };
    const outgoing = request(url, options, (answer) => {
      const pieces: Uint8Array[] = [];
      answer.on('data', (piece: Uint8Array) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          header: (name) => [answer.headers[name] ?? []].flat().join(', ') || undefined,
          cookies: answer.headers['set-cookie'] ?? [],
          text: new TextDecoder().decode(join(pieces)),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
};

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
