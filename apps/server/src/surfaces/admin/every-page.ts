import type { Page } from '@latchkey/core';

const PAGE_SIZE = 500;

/** Everything in a list, read a page at a time. */
export async function* everyPage<Item>(list: (page: Page) => Promise<{ data: Item[] }>): AsyncIterable<Item> {
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const { data } = await list({ offset, limit: PAGE_SIZE });
    yield* data;
    if (data.length < PAGE_SIZE) return;
  }
}
