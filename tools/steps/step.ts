/** One thing that `npm test` or `npm run check` does. */
export interface Step {
  readonly name: string;
  /** @throws StepFailed when what it looks at is not in order. */
  readonly run: () => Promise<void>;
}

/** A step's finding; the message is what the step has to say, as it would be read in a terminal. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}
