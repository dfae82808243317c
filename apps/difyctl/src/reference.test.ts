import { describe, expect, test } from 'vitest';
import { TREE } from './commands/tree.ts';
import { printReference } from './reference.ts';

describe('the printed reference', () => {
  test('has every command with its flags', async () => {
    const reference = await printReference();
    for (const name of Object.keys(TREE.commands)) expect(reference).toContain(`\n## difyctl ${name}\n`);
    expect(reference).toContain('| `-y`, `--yes` | Do not ask |');
    expect(reference).toContain('| 4 | `not_logged_in`, ');
  });
});
