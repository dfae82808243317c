import { run } from './run.ts';
import { nodeShell } from './system/node-shell.ts';

void run(process.argv.slice(2), nodeShell()).then((exitCode) => {
  process.exitCode = exitCode;
});
