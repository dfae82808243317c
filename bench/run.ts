import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandLine } from './src/questions/command-line.ts';
import { gateDecision, gateProxy } from './src/questions/gate.ts';
import { passwordSignIn } from './src/questions/password-sign-in.ts';
import { coldStart, memory } from './src/questions/process.ts';
import { bearerSession, consoleSession, deviceCode, devicePoll } from './src/questions/throughput.ts';
import type { Question } from './src/settings.ts';
import { printSummary, printTable, type Row } from './src/table.ts';

const QUESTIONS: Readonly<Record<string, Question>> = {
  P1: consoleSession,
  P3: bearerSession,
  P4: passwordSignIn,
  P5: deviceCode,
  P6: devicePoll,
  P7: coldStart,
  P8: memory,
  P10: commandLine,
  G1: gateDecision,
  G2: gateProxy,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});

const rows: Row[] = [];
for (const [name, ask] of Object.entries(QUESTIONS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`${name} …`);
  rows.push(...(await ask({ seconds: Number(values.seconds), rounds: Number(values.rounds) })));
}
const [cpu] = cpus();
const where = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
const page = `${where}; ${values.rounds} rounds of ${values.seconds} s each in turn, medians; limits off unless said.\n\n${printTable(rows)}\n`;
console.log(page);
if (values.write) {
  const words =
    '# Benchmarks\n\nMade by `npm run bench -- --write`. The machine is shared: only the ratios mean something. A floor is a bare server that does the unavoidable work of the job (`bench/src/programs/floor.ts`); oidc-provider keeps everything in memory and nothing for good.\n\n';
  writeFileSync(join(import.meta.dirname, '../docs/benchmarks.md'), words + page);
  const readme = join(import.meta.dirname, '../README.md');
  const short = `<!-- benchmarks -->\n${where}.\n\n${printSummary(rows)}\n<!-- /benchmarks -->`;
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(/<!-- benchmarks -->.*<!-- \/benchmarks -->/s, short));
}
