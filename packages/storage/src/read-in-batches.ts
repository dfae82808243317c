import { setImmediate } from 'node:timers/promises';

/** So many are in memory at a time, and so many are read before others get their turn. */
const BATCH_SIZE = 500;

/** A whole list by id; `read` gives the next ones after an id. */
export async function* readInBatches<Item extends { readonly id: string }>(
  read: (after: Item['id'], limit: number) => Promise<Item[]>,
): AsyncIterable<Item> {
  // A boundary: the empty text is before every id.
  for (let after: Item['id'] | undefined = '' as Item['id']; after !== undefined; ) {
    const items = await read(after, BATCH_SIZE);
    yield* items;
    after = items.length < BATCH_SIZE ? undefined : items.at(-1)?.id;
    await setImmediate();
  }
}
