import { SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { attributeOf } from './elements.ts';

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A point in time in an attribute, or `null` when it is absent. One that no clock shows is refused. */
export function instantOf(element: Element, name: string): Date | null {
  const text = attributeOf(element, name);
  if (text === null) return null;
  const instant = new Date(text);
  if (!DATE_TIME.test(text) || Number.isNaN(instant.getTime())) {
    throw new SsoRefusal('answer_malformed', `${name} of ${element.localName} is no point in time`);
  }
  return instant;
}

/** Whether `now` lies in the span that `NotBefore` and `NotOnOrAfter` of an element leave, give or take the skew. */
export function refuseOutside(element: Element, now: Date, skewSeconds: number): void {
  const [notBefore, notOnOrAfter] = [instantOf(element, 'NotBefore'), instantOf(element, 'NotOnOrAfter')];
  const skewMs = skewSeconds * 1000;
  if (notBefore !== null && now.getTime() < notBefore.getTime() - skewMs) {
    throw new SsoRefusal('outside_validity', `${element.localName} holds from ${notBefore.toISOString()}`);
  }
  if (notOnOrAfter !== null && now.getTime() >= notOnOrAfter.getTime() + skewMs) {
    throw new SsoRefusal('outside_validity', `${element.localName} held until ${notOnOrAfter.toISOString()}`);
  }
}
