import { readCommonFlags } from './command-line/common-flags.ts';
import { TREE } from './commands/tree.ts';
import { run } from './run.ts';
import { nodeShell } from './system/node-shell.ts';

const flags = readCommonFlags(process.argv.slice(2));

void run(TREE, flags, nodeShell(flags)).then((exitCode) => {
  process.exitCode = exitCode;
});
