import type { SsoRefusalCode } from '@latchkey/contract/vocabulary';
import { SsoRefusal } from '@latchkey/core';
import { type Element, Node } from '@xmldom/xmldom';

export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** Whether an element is `localName` of that namespace; a prefix means nothing. */
export function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}

export function childElements(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter(isElement);
}

/** The direct children of that name; nothing is ever looked for deeper. */
export function childrenNamed(parent: Element, namespace: string, localName: string): readonly Element[] {
  return childElements(parent).filter((child) => isNamed(child, namespace, localName));
}

/** The only child of that name, or `undefined`. Two are refused: one reader would take the first, another the last. */
export function onlyChild(
  parent: Element,
  namespace: string,
  localName: string,
  code: SsoRefusalCode = 'answer_malformed',
): Element | undefined {
  const [first, second] = childrenNamed(parent, namespace, localName);
  if (second !== undefined) throw new SsoRefusal(code, `more than one ${localName} in ${parent.localName}`);
  return first;
}

/** An attribute without namespace; `null` when it is absent. */
export function attributeOf(element: Element, name: string): string | null {
  return element.hasAttribute(name) ? element.getAttribute(name) : null;
}

/** The whole text inside, without the blanks that formatting puts around it. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').trim();
}
