import type { SsoRefusalCode } from '@latchkey/contract/vocabulary';
import { SsoRefusal } from '@latchkey/core';
import { DOMParser, type Element, onWarningStopParsing } from '@xmldom/xmldom';

const MAX_TAGS = 20_000;
const MAX_ATTRIBUTES_OF_A_TAG = 100;

/**
 * The root of a document. The only place where XML becomes a tree: anything not quite well-formed is refused, and so are
 * a DOCTYPE (nobody honest sends one, and entities live there) and trees too large to be honest, before parsing.
 */
export function parseXml(text: string, code: SsoRefusalCode): Element {
  const refuse = (why: string, cause?: unknown) => new SsoRefusal(code, why, { cause });
  if (/<!(?!--|\[CDATA\[)/.test(text)) throw refuse('the document has a DOCTYPE or other declarations');
  let tags = 0;
  for (const [tag] of text.matchAll(/<[^<>]*>/g)) {
    tags += 1;
    if (tags > MAX_TAGS || tag.split('=').length > MAX_ATTRIBUTES_OF_A_TAG) throw refuse('the document is too large');
  }
  try {
    const root = new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml').documentElement;
    if (root !== null) return root;
  } catch (cause) {
    throw refuse('the document is not well-formed XML', cause);
  }
  throw refuse('the document is empty');
}
