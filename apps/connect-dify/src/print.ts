import { printable } from './printable.ts';
import type { Invocation } from './shell.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Prints facts under each other, or as one JSON object. */
export function printFacts({ parameters, shell }: Invocation, facts: Facts): void {
  const named = inSnakeCase(facts);
  if (parameters.isOn('json')) {
    shell.out(`${JSON.stringify(named)}\n`);
    return;
  }
  const width = Math.max(...Object.keys(named).map((name) => name.length));
  for (const [name, value] of Object.entries(named)) {
    const line = `${name.padEnd(width)}  ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : cell(value)}`;
    shell.out(`${line.trimEnd()}\n`);
  }
}

/** Prints rows under the heads of the columns that a person wants to see, or everything as a JSON array. */
export function printRows({ parameters, shell }: Invocation, rows: readonly Facts[], columns: readonly string[]): void {
  if (parameters.isOn('json')) {
    shell.out(`${JSON.stringify(rows.map(inSnakeCase))}\n`);
    return;
  }
  const heads = columns.map((column) => column.toUpperCase());
  const lines = [heads, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  for (const line of lines) {
    const padded = line.map((text, index) => text.padEnd(widths[index] ?? 0));
    shell.out(`${padded.join('  ').trimEnd()}\n`);
  }
}

function inSnakeCase(facts: Facts): Facts {
  const named = Object.entries(facts).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return Object.fromEntries(named);
}

function cell(value: unknown): string {
  if (value === true) return '*';
  if (value === false || value === undefined || value === null) return '';
  return value instanceof Date ? value.toISOString() : printable(String(value));
}
