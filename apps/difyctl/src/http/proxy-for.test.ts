import { describe, expect, test } from 'vitest';
import { proxyFor } from './proxy-for.ts';

const HTTPS = { HTTPS_PROXY: 'http://proxy:8080' };

describe('the proxy for a URL', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ['https://dify.example.com', {}, undefined],
    ['https://dify.example.com', HTTPS, 'http://proxy:8080/'],
    ['http://dify.example.com', HTTPS, undefined],
    ['http://dify.example.com', { http_proxy: 'proxy:3128' }, 'http://proxy:3128/'],
    ['https://dify.example.com', { ...HTTPS, https_proxy: 'http://lower:1' }, 'http://lower:1/'],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: '*' }, undefined],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: 'localhost, Example.com' }, undefined],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: '.example.com' }, undefined],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: '*.example.com' }, undefined],
    ['https://notexample.com', { ...HTTPS, NO_PROXY: 'example.com' }, 'http://proxy:8080/'],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: 'dify.example.com:8443' }, 'http://proxy:8080/'],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: 'dify.example.com:443' }, undefined],
    ['https://[::1]:8443', { ...HTTPS, NO_PROXY: '::1' }, undefined],
    ['https://[2001:db8::1]', { ...HTTPS, NO_PROXY: '[2001:DB8::1]:443' }, undefined],
    ['https://[2001:db8::1]', { ...HTTPS, NO_PROXY: '2001:db8::2' }, 'http://proxy:8080/'],
    ['https://dify.example.com', { ...HTTPS, NO_PROXY: ' ,, ' }, 'http://proxy:8080/'],
  ])('for %s under %o is %s', (url, environment, proxy) => {
    expect(proxyFor(new URL(url), (name) => environment[name])?.href).toBe(proxy);
  });
});
