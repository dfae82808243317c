import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { generate } from 'selfsigned';
import { type DifyAnswer, refuse, writeAnswer } from './dify-answer.ts';
import { memberRoutes } from './dify-member-routes.ts';
import { openRoutes } from './dify-open-routes.ts';
import { DIFY_PERSON, DifyPeople } from './dify-people.ts';
import { DifySessions } from './dify-sessions.ts';
import { type Generation, wireOf } from './generation.ts';

export { DIFY_PERSON } from './dify-people.ts';
export { GENERATIONS } from './generation.ts';
export { MemorySessions } from './memory-sessions.ts';

export interface Dify extends AsyncDisposable {
  readonly url: string;
  /** `METHOD path` of every request, in order. */
  readonly asked: readonly string[];
  readonly requests: readonly {
    readonly line: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  /** Every code that went out by mail. */
  readonly mailed: readonly string[];
  /** Ends every access token at once. */
  expireAccess(): void;
  /** Answers a request in this way from now on, whatever it asks. */
  answer(line: string, answer: DifyAnswer): void;
  /** Sets new cookies with every answer from now on. */
  rotate(): void;
}

interface Options {
  /** Self-signed, with `__Host-` cookies. */
  readonly https?: boolean;
  /** Not set up yet; with the init password its operator chose, if any. */
  readonly fresh?: boolean | { readonly initPassword: string };
  /** What it says its version is, where that is not its generation. */
  readonly version?: string;
}

/** A Dify of one generation, as its wire is: what it answers, sets and refuses, and not what it does inside. */
export async function startDify(
  generation: Generation,
  { https = false, fresh = false, version = generation }: Options = {},
): Promise<Dify> {
  const wire = wireOf(generation);
  const people = new DifyPeople();
  if (fresh === false) people.add(DIFY_PERSON);
  const sessions = new DifySessions({ people, hasCookies: wire.hasCookies, isHttps: https });
  const mailed: string[] = [];
  const initPassword = typeof fresh === 'object' ? fresh.initPassword : undefined;
  const open = openRoutes({ ...wire, people, sessions, initPassword, mailed });
  const signedIn = memberRoutes({ ...wire, people, sessions });
  const requests: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const fixed = new Map<string, DifyAnswer>();
  let isRotating = false;

  function answer(request: IncomingMessage, response: ServerResponse, text: string): DifyAnswer {
    const path = (request.url ?? '').split('?')[0]?.replace('/console/api', '');
    const line = `${request.method} ${path}`;
    requests.push({ line, headers: request.headers, body: text });
    const isJson = request.headers['content-type']?.startsWith('multipart/') !== true && text !== '';
    const asked = { request, response, body: isJson ? JSON.parse(text) : {} };
    const known = fixed.get(line) ?? open[line]?.(asked);
    if (known !== undefined) return known;
    const person = sessions.admit(request);
    if (typeof person === 'string') return refuse(401, 'unauthorized', person);
    if (isRotating) sessions.rotate(person, response);
    return signedIn(line)?.(asked, person) ?? refuse(404, 'not_found', 'Not found.');
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    request.on('end', () => {
      response.setHeader('x-version', version);
      response.setHeader('x-env', 'PRODUCTION');
      writeAnswer(response, answer(request, response, text));
    });
  };
  const server = https ? createHttps(await selfSigned(), listener) : createHttp(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `${https ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    get asked() {
      return requests.map(({ line }) => line);
    },
    mailed,
    expireAccess: () => sessions.advance(3600),
    answer: (line, fixedAnswer) => void fixed.set(line, fixedAnswer),
    rotate: () => {
      isRotating = true;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function selfSigned(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  return { key: made.private, cert: made.cert };
}
