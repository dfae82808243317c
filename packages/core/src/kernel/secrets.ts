import type { Id } from '@latchkey/contract/vocabulary';

/** Chance and digests, from outside. */
export interface Secrets {
  /** A new UUIDv7: sorts by the time it was made. Not a secret. */
  newId<I extends Id<string>>(): I;
  /** `byteLength` bytes of a CSPRNG in base64url. */
  newToken(byteLength: number): string;
  /** `byteLength` bytes of a CSPRNG in hex. */
  newHexToken(byteLength: number): string;
  /** Eight symbols of the user code alphabet, without bias, as `XXXX-XXXX`. */
  newUserCode(): string;
  /** What is stored of a token of at least 128 bits: its SHA-256 in hex. */
  digest(token: string): string;
  /** What is stored of a short code: an HMAC under the instance's key, so that a stolen database cannot be searched. */
  digestCode(code: string): string;
}
