interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

interface Told {
  /** What differs between `before` and `after`. */
  readonly changes: readonly Change[];
  /** Everything else, as text. */
  readonly rest: readonly (readonly [name: string, value: string])[];
}

const NOTHING = '—';

/** What an entry's details say, ready to be read; settings inside of settings by their path. */
export function changesIn(details: Readonly<Record<string, unknown>>): Told {
  const { before, after, ...others } = details;
  const was = flat(before);
  const is = flat(after);
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const changes = names
    .map((name) => ({ name, before: was.get(name) ?? NOTHING, after: is.get(name) ?? NOTHING }))
    .filter((change) => change.before !== change.after);
  return { changes, rest: [...flat(others)] };
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[path, text(value)]]);
  const parts = Object.entries(value).flatMap(([name, part]) => [
    ...flat(part, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(parts);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value === '' ? NOTHING : value;
  return value === null ? NOTHING : JSON.stringify(value);
}
