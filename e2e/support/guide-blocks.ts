import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The configurations in a guide, as its reader copies them. */
export function guideBlocks(guide: string, language: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/guides', guide), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
}
