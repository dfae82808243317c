import { describe, expect, test } from 'vitest';
import { pagesOf, permissionFor, readServerAddress, serverOf } from './server-address.ts';

describe('the address of a console', () => {
  test.each([
    ['https://dify.example.com', 'https://dify.example.com'],
    ['dify.example.com/', 'https://dify.example.com'],
    ['http://10.0.0.5:8080/apps', 'http://10.0.0.5:8080'],
    ['https://example.com/dify/app/1234/workflow?x=1', 'https://example.com/dify'],
    ['https://example.com/dify/', 'https://example.com/dify'],
    ['https://[::1]:3000/signin', 'https://[::1]:3000'],
  ])('%s is %s', (written, address) => {
    expect(readServerAddress(written)).toBe(address);
  });

  test.each(['', 'javascript:alert(1)', 'ftp://dify.example.com', 'https://', 'not an address'])(
    '%j is none',
    (written) => {
      expect(readServerAddress(written)).toBeUndefined();
    },
  );

  test('keeps the path that the console is served under, and the longest one wins', () => {
    const servers = ['https://example.com', 'https://example.com/dify'];
    expect(serverOf('https://example.com/dify/apps', servers)).toBe('https://example.com/dify');
    expect(serverOf('https://example.com/difference', servers)).toBe('https://example.com');
    expect(serverOf('https://example.com.evil.test/apps', servers)).toBeUndefined();
  });

  test('is asked permission for by its origin, and has its menu on its own pages', () => {
    expect(permissionFor('https://example.com:8443/dify')).toBe('https://example.com:8443/*');
    expect(pagesOf('https://example.com:8443/dify')).toBe('https://example.com/dify/*');
  });
});
