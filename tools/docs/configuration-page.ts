import { SETTINGS } from './from-apps.ts';
import { code, page, table } from './markdown.ts';

/** `configuration.md`: every setting of the server. */
export function configurationPage(): string {
  const rows = SETTINGS.map(({ env, flag, default: usual, description }) => [
    code(env),
    flag === undefined ? '' : code(flag),
    usual === '' ? '' : code(usual),
    description,
  ]);
  return page(
    '# Settings',
    'Printed from the server by `npm run docs`. A flag wins over the environment, the environment over the default. A setting that cannot be used stops the start with one sentence naming it.',
    table(['Environment', 'Flag', 'Default', 'Meaning'], rows),
  );
}
