/** `key: value`, or `key:` alone; two spaces a level. */
const LINE = /^((?: {2})*)(\S+?):(?: (\S.*))?$/;
/** Letters by range: asking for \p{L} takes as long as the rest of the reading. */
const PLAIN = /^[\w\u00c0-\u1fff\u2c00-\ud7ff][\w\u00c0-\u1fff\u2c00-\ud7ff.,@+:/()'\- ]*$/;
/** What another parser takes for something else than text, or for a mapping. */
const AMBIGUOUS =
  /^(true|false|null|yes|no|on|off|y|n|[-+]?[\d_]*\.?[\d_]*(e[-+]?\d+)?|0[xob]\w*|\d{4}-.*|[\d:_]+)$|: |:$| $/i;

/**
 * Reads YAML of the narrow kind that this and the original client write: mappings in mappings, one text a line.
 * `undefined` for anything else, which a real parser must read; loading one takes longer than all the rest of a command
 * that only looks something up.
 */
export function readPlainYaml(source: string): Record<string, unknown> | undefined {
  const root: Record<string, unknown> = {};
  const open = [root];
  let awaitsChild = false;
  for (const line of source.split('\n')) {
    if (line === '') continue;
    const [, indent = '', typedKey = '', typedValue] = LINE.exec(line) ?? [];
    const level = indent.length / 2;
    const mapping = open[level];
    const key = readText(typedKey);
    if (mapping === undefined || (awaitsChild && level !== open.length - 1)) return undefined;
    if (key === undefined || key === '__proto__' || Object.hasOwn(mapping, key)) return undefined;
    const child = typedValue === undefined || typedValue === '{}' ? {} : undefined;
    mapping[key] = child ?? readValue(typedValue ?? '');
    if (mapping[key] === undefined) return undefined;
    open.length = level + 1;
    awaitsChild = typedValue === undefined;
    if (awaitsChild && child !== undefined) open.push(child);
  }
  return awaitsChild ? undefined : root;
}

function readValue(typed: string): string | number | undefined {
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : readText(typed);
}

function readText(typed: string): string | undefined {
  if (/^'([^']|'')*'$/.test(typed)) return typed.slice(1, -1).replaceAll("''", "'");
  return PLAIN.test(typed) && !AMBIGUOUS.test(typed) ? typed : undefined;
}
