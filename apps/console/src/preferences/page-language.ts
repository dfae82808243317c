import { PAGE_LANGUAGES, type PageLanguage } from '@latchkey/contract/vocabulary';

/** The first of the wanted languages that the pages are written in, else English. */
export function pageLanguage(wanted: readonly string[]): PageLanguage {
  for (const tag of wanted) {
    const [primary] = tag.toLowerCase().split('-');
    const found = PAGE_LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === primary);
    if (found !== undefined) return found;
  }
  return 'en-US';
}
