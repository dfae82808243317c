import { expect, test } from 'vitest';
import { approvalPage } from './approve-terminal.ts';

const CONSOLE = 'https://example.com/dify';

test.each([
  [undefined, ''],
  ['the code is WDJP-XKLM.', '?user_code=WDJP-XKLM'],
  ['WDJP-XKLM', '?user_code=WDJP-XKLM'],
  ['the password of a terminal', ''],
  ['well-read', ''],
  ['WDJP-XKLM-9', ''],
  ['WD0P-XKIM', ''],
])('with %j selected a terminal is approved at /device%s', (selected, query) => {
  expect(approvalPage(CONSOLE, selected)).toBe(`${CONSOLE}/device${query}`);
});
