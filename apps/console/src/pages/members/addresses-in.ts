/** The addresses in a list that somebody typed or pasted: by lines, commas, semicolons or spaces, `Ana <ana@…>` too. */
export function addressesIn(text: string): string[] {
  const words = text.split(/[\s,;]+/).map((word) => word.replace(/^[<"'(]+|[>"').]+$/g, ''));
  return [...new Set(words.filter((word) => word.includes('@')).map((word) => word.toLowerCase()))];
}
