/** What a list is narrowed down to, as the address has it. */
export type Filters<Name extends string> = Readonly<Partial<Record<Name, string>>>;

export type FilterChanges<Name extends string> = Readonly<Partial<Record<Name, string | undefined>>>;

/** The filters with changes; what became empty leaves the address. */
export function withFilters<Name extends string>(filters: Filters<Name>, changes: FilterChanges<Name>): Filters<Name> {
  const next: Partial<Record<Name, string>> = { ...filters };
  for (const name in changes) {
    const value: string | undefined = changes[name];
    if (value === undefined || value === '') delete next[name];
    else next[name] = value;
  }
  return next;
}

/** The value where it is one of those known; anything may stand in an address. */
export function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((one) => one === value);
}

/** A record without what is undefined, as a query is sent. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const name in values) {
    const value = values[name];
    if (isPresent(value)) kept[name] = value;
  }
  return kept;
}

function isPresent<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}

/** A page number of an address; the first for whatever is none. */
export function pageNumber(value: string | undefined): number {
  return value !== undefined && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}
