/** One line of the table: a job, who does it, and how that compares. */
export interface Row {
  readonly job: string;
  readonly target: string;
  readonly latchkey: string;
  readonly floor: string;
  readonly peers: string;
  readonly ratios: string;
  /** `undefined` where the line is for information only. */
  readonly isMet: boolean | undefined;
}

export function printTable(rows: readonly Row[]): string {
  const head = '| | Target | Latchkey | Floor | Peers | Ratios | |\n|---|---|---|---|---|---|---|';
  const lines = rows.map(({ job, target, latchkey, floor, peers, ratios, isMet }) => {
    const verdict = isMet === undefined ? '' : isMet ? 'met' : '**missed**';
    return `| ${[job, target, latchkey, floor, peers, ratios, verdict].join(' | ')} |`;
  });
  return [head, ...lines].join('\n');
}

/** The lines that have a target, without the figures they come from. */
export function printSummary(rows: readonly Row[]): string {
  const judged = rows.filter(({ isMet }) => isMet !== undefined);
  const lines = judged.map(
    ({ job, target, latchkey, ratios, isMet }) =>
      `| ${job} | ${ratios || latchkey} | ${target} | ${isMet ? 'met' : '**missed**'} |`,
  );
  return ['| Job | Latchkey against others | Target | |', '|---|---|---|---|', ...lines].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}
