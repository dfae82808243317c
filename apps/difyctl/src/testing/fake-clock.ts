import type { Clock } from '../shell.ts';

/** A clock on which sleeping takes no time and moves the hands. */
export class FakeClock implements Clock {
  /** Seconds slept each time. */
  readonly naps: number[] = [];
  #now = Date.UTC(2026, 10, 20, 12);

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(milliseconds: number): Promise<void> {
    this.naps.push(milliseconds / 1000);
    this.#now += milliseconds;
  }

  repeat(): () => void {
    return () => undefined;
  }
}
