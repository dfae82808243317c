interface List {
  readonly page: number;
  readonly limit: number;
  readonly total: number;
  readonly data: readonly unknown[];
}

/** The server counts no further: a longer count costs more than the page. */
const MOST_COUNTED = 10_000;

/** Which rows of how many a page shows, as a person reads it. */
export function pageRange({ page, limit, total, data }: List, language: string) {
  const { format } = new Intl.NumberFormat(language);
  const before = (page - 1) * limit;
  return {
    from: format(data.length === 0 ? 0 : before + 1),
    to: format(data.length === 0 ? 0 : before + data.length),
    total: total < MOST_COUNTED ? format(total) : `${format(MOST_COUNTED)}+`,
  };
}
