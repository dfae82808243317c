/**
 * Whether a text is one mail address and nothing else: no name, no list, no comment, no line break. Whatever else goes
 * through a mail library, a second address hidden in the first does not.
 */
export function isPlainAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(text);
}
