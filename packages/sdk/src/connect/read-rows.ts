import { ConnectError } from './connect-error.ts';

/**
 * The rows under a name of an answer.
 *
 * @throws {ConnectError} `unreadable_answer` when there are none, as on a page in between
 */
export function readRows<Row extends object>(answer: unknown, name: string): readonly Row[] {
  const rows = isRecord(answer) ? answer[name] : undefined;
  // A boundary: what the columns hold is the server's promise.
  if (Array.isArray(rows) && rows.every(isRecord)) return rows as readonly Row[];
  throw unreadable(name);
}

/** The same for one row. */
export function readRow<Row extends object>(answer: unknown, name: string): Row {
  const row = isRecord(answer) ? answer[name] : undefined;
  if (isRecord(row)) return row as Row;
  throw unreadable(name);
}

function unreadable(name: string): ConnectError {
  return new ConnectError('unreadable_answer', `The answer holds no ${name}.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
