import { loadWords, type Part } from '../preferences/language.ts';

/** A page together with its words. */
export async function withWords<Page>(part: Part, page: Promise<Page>): Promise<Page> {
  await loadWords(part);
  return page;
}
