/** So much of what a mail server says is kept. */
const LONGEST = 500;
/** Shorter parts of a link are words, not tokens. */
const SHORTEST_TOKEN = 16;

/**
 * What a mail server said, fit to be kept: on one line, and without the secrets of the letter that a server may quote.
 * Of a link its parts are secrets, too.
 */
export function withoutSecrets(said: string, secrets: readonly string[]): string {
  const parts = secrets.flatMap((secret) => [
    secret,
    ...secret.split(/[^\w-]+/).filter((part) => part.length >= SHORTEST_TOKEN),
  ]);
  const line = said.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return parts.reduce((text, part) => (part === '' ? text : text.replaceAll(part, '…')), line).slice(0, LONGEST);
}
