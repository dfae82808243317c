import type { DatabaseSync } from 'node:sqlite';

interface Waiting {
  readonly write: () => unknown;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

/**
 * Lets single writes that come in one turn of the event loop commit together, because a commit costs many times what
 * its statement does. Each is answered after the commit, and fails by itself. `exclusively` waits for its turn while a
 * transaction runs.
 */
export function commitTogether(
  writer: DatabaseSync,
  exclusively: (work: () => Promise<void>) => Promise<void>,
): <T>(write: () => T) => Promise<T> {
  let waiting: Waiting[] = [];

  const commit = (): void => {
    const batch = waiting;
    waiting = [];
    try {
      settle(batch, runTogether(writer, batch));
    } catch (error) {
      for (const { failed } of batch) failed(error);
      if (writer.isOpen && writer.isTransaction) writer.exec('rollback');
    }
  };
  // Asynchronous, so that a closed database refuses whoever waits instead of ending the process.
  const flush = async (): Promise<void> => {
    if (writer.isTransaction) await exclusively(async () => commit());
    else commit();
  };
  const rejectAll = (error: unknown): void => {
    for (const { failed } of waiting.splice(0)) failed(error);
  };

  return <T>(write: () => T) =>
    new Promise<T>((done, failed) => {
      if (waiting.length === 0) setImmediate(() => flush().catch(rejectAll));
      waiting.push({ write, done: done as (result: unknown) => void, failed });
    });
}

function runTogether(writer: DatabaseSync, batch: readonly Waiting[]): Outcome[] {
  if (batch.length === 1) return batch.map(({ write }) => outcomeOf(write));
  writer.exec('begin immediate');
  const outcomes = batch.map(({ write }) => {
    const outcome = outcomeOf(write);
    // A full disk ends the whole transaction, not only the statement that met it.
    if ('error' in outcome && !writer.isTransaction) throw outcome.error;
    return outcome;
  });
  writer.exec('commit');
  return outcomes;
}

function outcomeOf(write: () => unknown): Outcome {
  try {
    return { result: write() };
  } catch (error) {
    return { error };
  }
}

function settle(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
  for (const [index, outcome] of outcomes.entries()) {
    if ('error' in outcome) batch[index]?.failed(outcome.error);
    else batch[index]?.done(outcome.result);
  }
}
