import type { Id } from '@latchkey/contract/vocabulary';

/** The id with this number; a higher number sorts later. */
export function anId<I extends Id<string>>(number: number): I {
  // A boundary: here a plain text becomes an id.
  return `0199a000-0000-7000-8000-${String(number).padStart(12, '0')}` as I;
}
