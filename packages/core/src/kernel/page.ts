/** A part of a list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** How far the total of a list is counted; longer ones say this number. Counting a million rows would cost more than the page. */
export const MOST_COUNTED = 10_000;
