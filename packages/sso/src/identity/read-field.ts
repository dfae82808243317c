/** What a provider said about a person. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The value at a path. The whole path as one name comes first, because claims may be called by addresses
 * (`https://example.com/groups`); then keys and list indexes joined by dots.
 */
export function readField(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A text, or a number that JSON could carry without loss; of a list the first. */
export function readText(claims: Claims, path: string): string | null {
  const value = readField(claims, path);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (Number.isSafeInteger(first)) return String(first);
  return isText(first) ? first : null;
}

/** Every text of a list, or the one text. */
export function readTexts(claims: Claims, path: string): readonly string[] {
  const value = readField(claims, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isText);
}

/** Not empty, and such that every store keeps it as it is: two that differ must not become one. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\u0000') && value.isWellFormed();
}

/** Whether the field says yes, in one of the ways in which providers write it. */
export function readYes(claims: Claims, path: string): boolean {
  const value = readField(claims, path);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return first === true || first === 1 || first === '1' || first === 'true';
}
