import type { HttpAnswer, Transport } from './transport.ts';

/**
 * Over https without looking at the certificate, for servers that signed their own. Needs Node. Covers every request,
 * the first one too. Whoever is in between reads everything.
 *
 * @example
 * ```ts
 * const { text } = await askVersion('https://127.0.0.1', insecureTransport);
 * console.log(text);
 * ```
 */
export const insecureTransport: Transport = async ({ method, url, headers, body, timeoutMs }) => {
  const { request } = await (url.startsWith('https:') ? loadHttps() : loadHttp());
  const { bytes, type } = await encode(body);
  return new Promise<HttpAnswer>((resolve, reject) => {
    const length = bytes && { 'content-length': String(bytes.length) };
    const signal = AbortSignal.timeout(timeoutMs);
    const options = { method, headers: { ...headers, ...type, ...length }, rejectUnauthorized: false, signal };
    const outgoing = request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          header: (name) => [answer.headers[name] ?? []].flat().join(', ') || undefined,
          cookies: answer.headers['set-cookie'] ?? [],
          text,
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
};

/** A form names its own type, with what separates its parts. */
async function encode(body: string | FormData | undefined) {
  if (body === undefined) return {};
  const carrier = new Response(body);
  const bytes = new Uint8Array(await carrier.arrayBuffer());
  const type = { 'content-type': carrier.headers.get('content-type') ?? '' };
  return typeof body === 'string' ? { bytes } : { bytes, type };
}

// Named in a variable, so that a bundler for browsers has nothing to look for.
function loadHttps(): Promise<typeof import('node:https')> {
  const name = 'node:https';
  return import(/* webpackIgnore: true */ /* @vite-ignore */ name);
}

function loadHttp(): Promise<typeof import('node:http')> {
  const name = 'node:http';
  return import(/* webpackIgnore: true */ /* @vite-ignore */ name);
}
