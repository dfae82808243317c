import type { Figures } from './overview.ts';

export interface OverviewStore {
  /** The figures of this instant, with the attempts since the day that begins at `from`; quick, however much there is. */
  figures(from: Date, now: Date): Promise<Figures>;
}
