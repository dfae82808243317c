import { SsoRefusal } from '@latchkey/core';

/** In characters of base64; a response with hundreds of groups has 50,000. */
const MAX_LENGTH = 400_000;

/** The XML inside a form's `SAMLResponse` (SAML Bindings §3.5.4). Never compressed, so nothing can unpack to more. */
export function decodeAnswer(samlResponse: string | undefined): string {
  const refuse = (why: string) => new SsoRefusal('answer_malformed', why);
  if (samlResponse === undefined) throw refuse('there is no SAMLResponse');
  if (samlResponse.length > MAX_LENGTH) {
    throw new SsoRefusal('answer_too_large', `the SAMLResponse has ${samlResponse.length} characters`);
  }
  const base64 = samlResponse.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw refuse('the SAMLResponse is not base64');
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
    // XML 1.0 §2.11: what parsers do first, so that all that read this text see the same.
    return withoutDeclaration(xml.replace(/\r\n?/g, '\n'));
  } catch (cause) {
    throw new SsoRefusal('answer_malformed', 'the SAMLResponse is not UTF-8', { cause });
  }
}

function withoutDeclaration(xml: string): string {
  return xml.replace(/^<\?xml\s[^?<>]*\?>/, '');
}
