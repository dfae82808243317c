import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { BIN, Home } from './testing/home.ts';

test('a command ends well when the reader of its pipe has read enough', async () => {
  using home = new Home();
  const child = spawn(process.execPath, [BIN, 'help', '-o', 'json'], { env: home.env });
  child.stdout.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
});
