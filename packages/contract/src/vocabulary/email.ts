/** An e-mail address as Dify accepts it. Control characters and line breaks cannot pass. */
export const EMAIL_PATTERN = /^[\p{L}\p{N}_.!#$%&'*+\-/=?^`{|}~]+@([\p{L}\p{N}_-]+\.)+[\p{L}\p{N}_-]{2,}$/u;

/** One plain mail address in the form it is kept in, or `undefined` for anything else. */
export function normalizeEmail(written: string): string | undefined {
  const text = written.trim();
  return text.length <= 254 && EMAIL_PATTERN.test(text) ? text.normalize('NFC').toLowerCase() : undefined;
}
