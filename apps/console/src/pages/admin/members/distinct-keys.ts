/** Items with keys that differ, though the same may stand in a list twice. */
export function distinctKeys<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item][] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = keyOf(item);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return [times === 1 ? key : `${key} (${times})`, item];
  });
}
