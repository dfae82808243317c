import { randomBytes } from 'node:crypto';

/** Symbols that people do not misread, as in user codes. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const instance = symbols(6, randomBytes(6));
let count = 0;

/**
 * The reference of a request: what a refused person quotes. Short enough to read out; the first half tells server
 * processes apart, the second counts.
 */
export function nextReference(): string {
  count = (count + 1) % 1_073_741_824;
  return `${instance}-${counted(count)}`;
}

/** A number in symbols of the alphabet, four at least. */
function counted(value: number, least = 4): string {
  if (value === 0 && least <= 0) return '';
  const { length } = ALPHABET;
  return counted(Math.floor(value / length), least - 1) + ALPHABET.charAt(value % length);
}

function symbols(length: number, bytes: Buffer): string {
  return Array.from({ length }, (_, index) => ALPHABET.charAt((bytes[index] ?? 0) % ALPHABET.length)).join('');
}
