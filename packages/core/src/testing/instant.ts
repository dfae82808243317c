import { addSeconds } from '../kernel/clock.ts';

/** When tests take place. */
export const NOON = new Date('2026-11-20T12:00:00.000Z');

export const DAY = 86_400;

/** So many seconds after noon; before it when negative. */
export function afterNoon(seconds: number): Date {
  return addSeconds(NOON, seconds);
}
