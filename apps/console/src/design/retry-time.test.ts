import { expect, test } from 'vitest';
import { retryTime } from './retry-time.ts';

test('the time to come back stays the same however often it is told', () => {
  const refusal = new Error('refused');
  const told = retryTime(refusal, 3600, 'en-US');
  expect(retryTime(refusal, 3600, 'en-US')).toBe(told);
});

test('a time on another day names the day', () => {
  const year = String(new Date(Date.now() + 86_400_000).getFullYear());
  expect(retryTime(new Error('refused'), 86_400, 'en-US')).toContain(year);
  expect(retryTime(new Error('refused'), 0, 'en-US')).not.toContain(year);
});
