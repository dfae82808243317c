/** Every sentence of a tree of words by its path, such as `device.expiresIn`. */
export function sentences(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...sentences(value, `${path}${key}.`)],
    ),
  );
}
