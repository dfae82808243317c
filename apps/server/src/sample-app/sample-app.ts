import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** An application to try the gate with: a page that shows who it was told you are. */
export interface SampleApp {
  /** Where it answers, once it runs; on this machine only. */
  address(): string | undefined;
  start(): Promise<void>;
  close(): Promise<void>;
}

export function sampleApp(): SampleApp {
  let running: string | undefined;
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(request.headers));
  });
  return {
    address: () => running,
    async start() {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      if (address !== null && typeof address === 'object') running = `http://127.0.0.1:${address.port}`;
    },
    async close() {
      if (running === undefined) return;
      running = undefined;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function page(headers: IncomingHttpHeaders): string {
  const told = (name: string): string => {
    const value = headers[`x-latchkey-${name}`];
    return typeof value === 'string' ? decode(value) : '';
  };
  const [name, email] = [told('name'), told('email')];
  const rows = ['user', 'email', 'name', 'groups'].map(
    (header) => `<dt><code>X-Latchkey-${header}</code></dt><dd>${escapeHtml(told(header)) || '–'}</dd>`,
  );
  const claims = escapeHtml(JSON.stringify(claimsOf(told('jwt')), null, 2));
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sample app</title>
<style>
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:10vh auto;padding:0 1.5rem}
h1{font-size:1.6rem;font-weight:600}dt{opacity:.7;margin-top:.75rem}dd{margin:0;overflow-wrap:anywhere}
pre{overflow:auto;padding:1rem;border:1px solid color-mix(in srgb,currentColor 20%,transparent);border-radius:.5rem}
</style>
<h1>${name === '' ? 'Hello, stranger' : `Hello, ${escapeHtml(name)}`}</h1>
<p>This is the sample app. It asks nobody to sign in: the gate in front of it let you through${
    email === '' ? '' : `, and told it that you are <strong>${escapeHtml(email)}</strong>`
  }.</p>
<dl>${rows.join('')}</dl>
<p>The same, signed (<code>X-Latchkey-Jwt</code>):</p><pre>${claims}</pre>
</html>
`;
}

function claimsOf(token: string): unknown {
  const [, claims] = token.split('.');
  return claims === undefined ? null : JSON.parse(Buffer.from(claims, 'base64url').toString());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);
}
