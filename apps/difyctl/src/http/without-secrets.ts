/** Blanks bearer tokens, device codes and the user part of URLs in words that are about to be shown. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\bdfo[a-z]_[\w-]+/g, (token) => `${token.slice(0, 5)}[redacted]`)
    .replace(/\bdc_[\w-]{16,}/g, 'dc_[redacted]')
    .replace(/\bBearer[ \t]+[^\s"',]{16,}/gi, 'Bearer [redacted]')
    .replace(/(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@"]+@/gi, '$1[redacted]@');
}
