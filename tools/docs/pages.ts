import { apiPage } from './api-page.ts';
import { configurationPage } from './configuration-page.ts';
import { errorsPage } from './errors-page.ts';
import { printReference } from './from-apps.ts';
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

/** The printed files of `docs/reference/` with their contents. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`],
    ['reference.html', referencePage()],
    ['api.md', apiPage()],
    ['errors.md', errorsPage()],
    ['configuration.md', configurationPage()],
    ['difyctl.md', await printReference()],
  ]);
}
