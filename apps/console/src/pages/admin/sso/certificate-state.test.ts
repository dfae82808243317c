import { expect, test } from 'vitest';
import { certificateState } from './certificate-state.ts';

const NOW = new Date('2026-11-26T12:00:00Z');

test.each([
  ['2026-11-26T12:00:00Z', 'expired'],
  ['2026-11-26T12:00:01Z', 'soon'],
  ['2026-12-26T11:59:59Z', 'soon'],
  ['2026-12-26T12:00:00Z', 'until'],
] as const)('a certificate that holds until %s is called %s', (notAfter, state) => {
  expect(certificateState(new Date(notAfter), NOW)).toBe(state);
});
