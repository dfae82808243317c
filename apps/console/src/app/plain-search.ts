/** The query of an address as plain text: a user code of digits stays the text it is. */
export function parsePlainSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifyPlainSearch(search: Record<string, unknown>): string {
  const present = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return present.length === 0 ? '' : `?${new URLSearchParams(present)}`;
}
