import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { type RunningServer, startHttp } from '../testing/start-http.ts';
import { createSafeFetch } from './safe-fetch.ts';

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function listen(listener: RequestListener): Promise<number> {
  const server = await startHttp(listener);
  running.push(server);
  return server.port;
}

const outside = createSafeFetch({ allowPrivateNetworks: false, timeoutMs: 2000, maxBytes: 1000 });
const inside = createSafeFetch({ allowPrivateNetworks: true, timeoutMs: 400, maxBytes: 1000 });

describe('a request to a provider', () => {
  test('reads an answer to its end', async () => {
    const port = await listen((_request, response) => response.setHeader('content-type', 'text/plain').end('hello'));
    const answer = await inside(`http://127.0.0.1:${port}/`);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(await answer.text()).toBe('hello');
  });

  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://localhost/',
  ])('never asks %s', async (url) => {
    expect(await refusalCodeOf(outside(url))).toBe('address_refused');
  });

  test.each(['http://169.254.169.254/', 'http://[::ffff:169.254.169.254]/', 'http://0.0.0.0/'])(
    'never asks %s, even where private networks are allowed',
    async (url) => {
      expect(await refusalCodeOf(inside(url))).toBe('address_refused');
    },
  );

  test.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:1',
    'x',
  ])('never asks %s, which is not https', async (url) => {
    expect(await refusalCodeOf(outside(url))).toBe('address_refused');
  });

  test.each(['http://8.8.8.8/', 'http://[2606:4700::1111]/'])(
    'in the clear stays inside private networks: %s is not asked',
    async (url) => {
      expect(await refusalCodeOf(inside(url))).toBe('address_refused');
    },
  );

  test('carries no credentials in its address', async () => {
    expect(await refusalCodeOf(outside('https://user:secret@example.com/'))).toBe('address_refused');
  });

  test('does not follow a redirect to an address behind the firewall', async () => {
    let asked = 0;
    const hidden = await listen((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const port = await listen((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${hidden}/` }).end(),
    );
    expect(await refusalCodeOf(inside(`http://127.0.0.1:${port}/`))).toBe('provider_answer_refused');
    expect(asked).toBe(0);
  });

  test('stops reading an answer that is larger than any honest one', async () => {
    const port = await listen((_request, response) => response.end('x'.repeat(1001)));
    expect(await refusalCodeOf(inside(`http://127.0.0.1:${port}/`))).toBe('provider_answer_refused');
  });

  test('stops reading a small answer that unpacks to a large one', async () => {
    const port = await listen((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
    );
    expect(await refusalCodeOf(inside(`http://127.0.0.1:${port}/`))).toBe('provider_answer_refused');
  });

  test('gives up on a provider that never answers', async () => {
    const port = await listen(() => undefined);
    expect(await refusalCodeOf(inside(`http://127.0.0.1:${port}/`))).toBe('provider_too_slow');
  });

  test('gives up on a provider that sends a byte now and then', async () => {
    const port = await listen((_request, response) => {
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
    });
    expect(await refusalCodeOf(inside(`http://127.0.0.1:${port}/`))).toBe('provider_too_slow');
  });

  test('says when a provider cannot be reached', async () => {
    expect(await refusalCodeOf(inside('http://127.0.0.1:9/'))).toBe('provider_unreachable');
  });
});
