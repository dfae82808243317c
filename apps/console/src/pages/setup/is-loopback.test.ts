import { expect, test } from 'vitest';
import { isLoopback } from './is-loopback.ts';

test.each(['localhost', '127.0.0.1', '127.8.8.8', '[::1]'])('%s is this machine', (hostname) => {
  expect(isLoopback(hostname)).toBe(true);
});

test.each(['10.0.0.1', '127.0.0.1.example.com', 'localhost.example.com', '[::2]'])('%s is another', (hostname) => {
  expect(isLoopback(hostname)).toBe(false);
});
