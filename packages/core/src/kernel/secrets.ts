import type { Id } from '@latchkey/contract/vocabulary';

/** What a store needs to keep secrets that must be read again, such as the codes in letters that wait. */
export interface Sealing {
  /** A new UUIDv7: sorts by the time it was made. Not a secret. */
  newId<I extends Id<string>>(): I;
  /** Encrypts under the instance's key, so that a stolen database tells nothing. Sealing twice gives two results. */
  seal(text: string): string;
  /** What was sealed. @throws Error when it was changed, or sealed under another key. */
  open(sealed: string): string;
}

/** Chance, digests and sealing, from outside. */
export interface Secrets extends Sealing {
  /** `byteLength` bytes of a CSPRNG in base64url. */
  newToken(byteLength: number): string;
  /** `byteLength` bytes of a CSPRNG in hex. */
  newHexToken(byteLength: number): string;
  /** Eight symbols of the user code alphabet, without bias, as `XXXX-XXXX`. */
  newUserCode(): string;
  /** Sixteen symbols that nobody confuses, in groups of four. */
  newPassword(): string;
  /** Six digits, without bias. */
  newMailCode(): string;
  /** What is stored of a token of at least 128 bits: its SHA-256 in hex. */
  digest(token: string): string;
  /** What is stored of a short code: an HMAC under the instance's key, so that a stolen database cannot be searched. */
  digestCode(code: string): string;
}
