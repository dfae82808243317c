import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { FIRST_PREVIOUS_HASH, type ReadLine, readAuditLine } from '@latchkey/core';

const USAGE = `Usage: latchkey audit verify [--filtered] FILE

Checks an export of the audit log (JSON lines): that no entry was changed, and none taken out, added or moved.
An export made with filters has gaps; --filtered checks each of its entries by itself.`;

/**
 * `latchkey audit verify FILE`, without a server or a database; the arguments are those after `audit`.
 *
 * @returns 0 when the export is intact, 1 when it is not, 2 when it was called in a wrong way.
 */
export async function verifyAudit(args: readonly string[]): Promise<number> {
  const asked = askedFor(args);
  if (asked === undefined) {
    console.error(USAGE);
    return 2;
  }
  try {
    const { entries, problem } = await verify(asked.file, asked.isFiltered);
    if (problem !== undefined) {
      console.error(`latchkey: ${asked.file} is broken. ${problem}`);
      return 1;
    }
    console.log(describe(entries, asked.isFiltered));
    return 0;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    console.error(`latchkey: ${asked.file} cannot be read: ${error.message}`);
    return 2;
  }
}

function askedFor(args: readonly string[]): { readonly file: string; readonly isFiltered: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { filtered: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [verb, file, ...others] = positionals;
    return verb !== 'verify' || file === undefined || others.length > 0
      ? undefined
      : { file, isFiltered: values.filtered === true };
  } catch {
    return undefined;
  }
}

interface Entries {
  readonly count: number;
  readonly first: ReadLine | undefined;
  readonly last: ReadLine | undefined;
}

interface Verified {
  readonly entries: Entries;
  readonly problem: string | undefined;
}

async function verify(file: string, isFiltered: boolean): Promise<Verified> {
  let count = 0;
  let first: ReadLine | undefined;
  let last: ReadLine | undefined;
  for await (const text of linesOf(file)) {
    const line = readAuditLine(text);
    const problem = line === undefined ? 'is not an entry of an export' : judge(line, last, isFiltered);
    count += 1;
    if (problem !== undefined) return { entries: { count, first, last }, problem: `Line ${count} ${problem}.` };
    first ??= line;
    last = line;
  }
  return { entries: { count, first, last }, problem: undefined };
}

/** Only a line feed ends a line; what Unicode and `readline` take for one besides may stand inside of an entry. */
async function* linesOf(file: string): AsyncIterable<string> {
  let rest = '';
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map((line) => line.replace(/\r$/, ''));
  }
  if (rest !== '') yield rest;
}

/** What is wrong with a line, after the one before it. */
function judge(line: ReadLine, before: ReadLine | undefined, isFiltered: boolean): string | undefined {
  const { seq, previousHash, hash, text } = line;
  if (createHash('sha256').update(text).digest('hex') !== hash) {
    return `(entry ${seq}) was changed after it was written: its hash is that of another text`;
  }
  if (before === undefined) {
    const isFirst = seq === 1;
    return isFirst && previousHash !== FIRST_PREVIOUS_HASH ? '(entry 1) names an entry before it' : undefined;
  }
  if (seq <= before.seq) return `(entry ${seq}) stands after entry ${before.seq}`;
  if (seq > before.seq + 1) {
    return isFiltered
      ? undefined
      : `(entry ${seq}) follows entry ${before.seq}: what lies between is missing. If the export was made with filters, check it with --filtered`;
  }
  return previousHash === before.hash
    ? undefined
    : `(entry ${seq}) does not continue entry ${before.seq}: one of them belongs to another chain`;
}

function describe({ count, first, last }: Entries, isFiltered: boolean): string {
  if (first === undefined || last === undefined) return 'Nothing to verify: the export has no entries.';
  if (isFiltered) {
    return [
      `${count} entries, each of them as it was written.`,
      'With filters nothing can be said about entries that are missing; an export without them shows it.',
    ].join('\n');
  }
  const start =
    first.seq === 1
      ? 'The chain is whole from its beginning.'
      : `The chain starts at entry ${first.seq}: what was before it is not in this export, and its hash ${first.previousHash} is taken as given.`;
  return [
    `${count} entries, ${first.seq} to ${last.seq}, unchanged and without a gap.`,
    start,
    `Hash of the last entry: ${last.hash}`,
    'Keep it: a later export must have the same hash at the same entry, or the log was written anew.',
  ].join('\n');
}
