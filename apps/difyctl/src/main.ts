import { readCommonFlags } from './command-line/common-flags.ts';
import { TREE } from './commands/tree.ts';
import { hasCode } from './files/has-code.ts';
import { run } from './run.ts';
import { nodeShell } from './system/node-shell.ts';

const flags = readCommonFlags(process.argv.slice(2));

run(TREE, flags, nodeShell(flags.verbose)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    // Whoever read our output has read enough.
    process.exitCode = hasCode(error, 'EPIPE') ? 0 : 1;
  },
);
