import { expect, test } from 'vitest';
import { dayEnd, dayStart } from './day-bounds.ts';

test('a day reaches from its first instant to that of the next, wherever the browser is', () => {
  const hours = (Date.parse(dayEnd('2026-06-15') ?? '') - Date.parse(dayStart('2026-06-15') ?? '')) / 3_600_000;
  expect(hours).toBe(24);
  expect(new Date(dayStart('2026-06-15') ?? '').getHours()).toBe(0);
});

test('the last day of a month ends with the month', () => {
  expect(dayEnd('2026-12-31')).toBe(dayStart('2027-01-01'));
});

test.each([undefined, '', 'yesterday', '2026-1-1', '2026-06-15T00:00:00Z'])('%j is no day', (text) => {
  expect(dayStart(text)).toBeUndefined();
});
