/** Keeps the named parts of an address's query, where they say something. */
export function picks<const Name extends string>(...names: readonly Name[]) {
  return (search: Readonly<Partial<Record<Name, string>>>): Readonly<Partial<Record<Name, string>>> => {
    const picked: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') picked[name] = value;
    }
    return picked;
  };
}
