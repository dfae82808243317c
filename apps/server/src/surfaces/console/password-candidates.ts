/**
 * What a password on the wire may mean: clients since Dify 1.11.2 send base64 of the UTF-8 text, older ones the text
 * itself. A value that could be either is tried decoded first.
 */
export function passwordCandidates(sent: string): string[] {
  const decoded = decodeBase64(sent);
  return decoded === undefined || decoded === sent ? [sent] : [decoded, sent];
}

function decodeBase64(text: string): string | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(text, 'base64'));
  } catch {
    return undefined;
  }
}
