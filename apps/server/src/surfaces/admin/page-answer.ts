import { MOST_COUNTED, type Page } from '@latchkey/core';

interface PageQuery {
  /** From 1. */
  readonly page: number;
  readonly limit: number;
}

export function pageFrom({ page, limit }: PageQuery): Page {
  return { offset: (page - 1) * limit, limit };
}

/** A page of a list; `total` says `MOST_COUNTED` for longer ones. */
export function pageAnswer<Item>({ page, limit }: PageQuery, total: number, data: Item[]) {
  const isCounted = total < MOST_COUNTED;
  return { data, page, limit, total, has_more: isCounted ? page * limit < total : data.length === limit };
}
