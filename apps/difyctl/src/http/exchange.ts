import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import type { WireRequest, WireResponse } from '@latchkey/sdk';
import { Failure } from '../failure.ts';
import { proxyFor } from './proxy-for.ts';
import { type Trust, toTls } from './trust.ts';

interface Way {
  readonly env: (name: string) => string | undefined;
  readonly timeoutSeconds: number;
  readonly trust?: Trust;
}

/**
 * Carries one request over node:http or node:https, which start in a tenth of the time that fetch takes.
 *
 * @throws {Failure} `network_connection` when no answer came
 */
export async function exchange(wire: WireRequest, { env, timeoutSeconds, trust = {} }: Way): Promise<WireResponse> {
  const url = new URL(wire.url);
  const running: ClientRequest[] = [];
  const timer = setTimeout(() => running.at(-1)?.destroy(new TimedOut()), timeoutSeconds * 1000);
  try {
    const proxy = proxyFor(url, env);
    const open =
      proxy === undefined
        ? await direct(url, trust)
        : await (await import('./through-proxy.ts')).throughProxy(url, proxy, {
            trust,
            onRequest: (request) => running.push(request),
          });
    const request = open({ method: wire.method, headers: wire.headers });
    running.push(request);
    return await answerTo(request, wire.body);
  } catch (cause) {
    throw toFailure(cause);
  } finally {
    clearTimeout(timer);
  }
}

/** Starts a request to the URL it was made for. */
export type Open = (options: RequestOptions) => ClientRequest;

async function direct(url: URL, trust: Trust): Promise<Open> {
  if (url.protocol !== 'https:') return (options) => httpRequest(url, { ...options, agent: false });
  const { request } = await import('node:https');
  return (options) => request(url, { ...options, ...toTls(trust), agent: false });
}

function answerTo(request: ClientRequest, body: string | undefined): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve(toWire(response, text)));
    });
    request.end(body);
  });
}

function toWire({ statusCode, headers }: IncomingMessage, text: string): WireResponse {
  return { status: statusCode ?? 0, header: (name) => headers[name]?.toString(), text };
}

/** A certificate's fault is named; the rest reads as the original puts it. */
function toFailure(cause: unknown): Failure {
  const fail = (message: string, hint?: string) => new Failure('network_connection', message, { hint, cause });
  if (!(cause instanceof Error)) return fail(String(cause));
  const code = 'code' in cause ? String(cause.code) : '';
  if (cause instanceof TimedOut) return fail(cause.message);
  if (!/CERT|TLS|SSL|ISSUER/.test(code)) return fail('Unable to connect. Is the computer able to access the url?');
  const [fault = code] = cause.message.split(';');
  return fail(fault, 'for an authority of your own, name its certificate file in DIFY_CA_FILE');
}

class TimedOut extends Error {
  override readonly name = 'TimedOut';
  override readonly message = 'The operation timed out.';
}
