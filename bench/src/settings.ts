import type { Row } from './table.ts';

/** How long and how often is measured. */
export interface BenchSettings {
  readonly seconds: number;
  readonly rounds: number;
}

/** A question asked of the programs: the lines it answers with. */
export type Question = (settings: BenchSettings) => Promise<Row[]>;
