import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSetUpServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
});
afterEach(() => server.close());

test('the process is healthy and ready while its store answers', async () => {
  const browser = server.browser();
  expect((await browser.send('GET', '/healthz')).json()).toEqual({ status: 'ok' });
  expect((await browser.send('GET', '/readyz')).json()).toEqual({ status: 'ready' });
});

test('the process stays healthy but is not ready when its store is gone', async () => {
  const stranded = await startSetUpServer();
  await stranded.context.platform.store.close();
  const browser = stranded.browser();
  expect((await browser.send('GET', '/readyz')).statusCode).toBe(503);
  expect((await browser.send('GET', '/healthz')).statusCode).toBe(200);
  const failed = await browser.signIn('ann@example.com', 'correct horse 1');
  expect([failed.statusCode, failed.json()]).toEqual([
    500,
    { code: 'unknown', message: 'Internal Server Error', status: 500 },
  ]);
  await stranded.app.close();
});

test('metrics are for programs of this machine', async () => {
  await server.browser().send('GET', '/console/api/ping');
  const local = await server.browser().send('GET', '/metrics');
  expect(local.body).toContain('latchkey_http_requests_total{method="GET",route="/console/api/ping",status="200"} 1');
  expect((await server.browser({ remoteAddress: '203.0.113.9' }).send('GET', '/metrics')).statusCode).toBe(404);
  expect(
    (await server.browser({ headers: { 'x-forwarded-for': '127.0.0.1' } }).send('GET', '/metrics')).statusCode,
  ).toBe(404);
});

test('metrics are for anyone when the operator says so', async () => {
  const open = await startSetUpServer({ LATCHKEY_METRICS_FROM: 'anyone' });
  expect((await open.browser({ remoteAddress: '203.0.113.9' }).send('GET', '/metrics')).statusCode).toBe(200);
  await open.close();
});
