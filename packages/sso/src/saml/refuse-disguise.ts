import { SsoRefusal } from '@latchkey/core';
import { type Element, Node } from '@xmldom/xmldom';
import { isElement, isNamed } from './elements.ts';
import { ASSERTION, DSIG, PROTOCOL } from './names.ts';

const MAX_DEPTH = 40;

/**
 * Refuses every place in which a second answer could hide: signature wrapping needs an assertion or response besides
 * the one that is read, an id that two elements bear, or a signature that is not where it belongs. Comments and
 * processing instructions are refused too: canonicalisation drops them, so they are unsigned and split texts.
 *
 * @param root a `Response`, or an `Assertion` that came out of an encrypted one.
 */
export function refuseDisguise(root: Element): void {
  const ids = new Set<string>();
  const messages: Element[] = [];
  const queue: { readonly node: Node; readonly depth: number }[] = [{ node: root.ownerDocument ?? root, depth: 0 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { node, depth } = next;
    if (depth > MAX_DEPTH) throw refuse('the answer is nested too deeply');
    if (node.nodeType === Node.COMMENT_NODE) throw refuse('the answer contains a comment');
    if (node.nodeType === Node.PROCESSING_INSTRUCTION_NODE) throw refuse('the answer contains an instruction');
    if (isElement(node)) {
      refuseSharedId(node, ids);
      if (MESSAGES.has(node.localName ?? '')) messages.push(node);
      if (node.localName === 'Signature') refuseStraySignature(node, root);
    }
    for (const child of node.childNodes) queue.push({ node: child, depth: depth + 1 });
  }
  refuseSecondMessage(root, messages);
}

const MESSAGES = new Set(['Response', 'Assertion', 'EncryptedAssertion']);

/** Which attribute is an id depends on the reader: `ID` in SAML, `Id` in signatures, `id` and `xml:id` elsewhere. */
function refuseSharedId(element: Element, ids: Set<string>): void {
  for (const attribute of element.attributes) {
    if (attribute.localName?.toLowerCase() !== 'id') continue;
    if (ids.has(attribute.value)) throw refuse(`two elements bear the id ${attribute.value.slice(0, 80)}`);
    ids.add(attribute.value);
  }
}

function refuseStraySignature(signature: Element, root: Element): void {
  const { parentNode: parent } = signature;
  const isRead =
    parent === root ||
    (parent !== null && isElement(parent) && parent.parentNode === root && isNamed(parent, ASSERTION, 'Assertion'));
  if (!isRead || signature.namespaceURI !== DSIG) throw refuse('a signature stands where none belongs');
}

/** Whatever its namespace, what is called an assertion is one to some reader. */
function refuseSecondMessage(root: Element, messages: readonly Element[]): void {
  const rest = messages.filter((element) => element !== root);
  if (isNamed(root, ASSERTION, 'Assertion')) {
    if (rest.length > 0) throw refuse('the assertion contains another one');
    return;
  }
  if (!isNamed(root, PROTOCOL, 'Response')) throw refuse(`the answer is not a Response but ${root.localName}`);
  if (rest.length > 1) throw refuse(`the answer contains ${rest.length} assertions`);
  const [assertion] = rest;
  if (assertion === undefined) return;
  if (assertion.parentNode !== root || assertion.namespaceURI !== ASSERTION) {
    throw refuse('the assertion stands where none belongs');
  }
}

const refuse = (why: string) => new SsoRefusal('answer_malformed', why);
