import { SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { attributeOf, onlyChild, textOf } from './elements.ts';
import { PROTOCOL, SUCCESS } from './names.ts';

/** Refuses a response by which the provider itself refused (SAML Core §3.2.2), with its words. */
export function refuseFailure(response: Element): void {
  const status = onlyChild(response, PROTOCOL, 'Status');
  const code = status && onlyChild(status, PROTOCOL, 'StatusCode');
  const value = code && attributeOf(code, 'Value');
  if (status === undefined || code === undefined || !value) {
    throw new SsoRefusal('answer_malformed', 'the response has no status');
  }
  if (value === SUCCESS) return;
  const detail = onlyChild(code, PROTOCOL, 'StatusCode');
  const message = onlyChild(status, PROTOCOL, 'StatusMessage');
  const words = [value, detail && attributeOf(detail, 'Value'), message && textOf(message)].filter(Boolean).join(': ');
  throw new SsoRefusal('provider_refused', words.replace(/\p{Cc}/gu, ' ').slice(0, 300));
}
