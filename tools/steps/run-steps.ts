import { type Step, StepFailed } from './step.ts';

/** Runs steps in order with a line for each; stops at the first that fails, prints its output and returns false. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  for (const step of steps) {
    const startedAt = performance.now();
    const failure = await failureOf(step);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${failure === undefined ? 'ok  ' : 'FAIL'} ${step.name.padEnd(12)} ${seconds.padStart(6)} s`);
    if (failure === undefined) continue;
    console.log(failure);
    return false;
  }
  return true;
}

async function failureOf(step: Step): Promise<string | undefined> {
  try {
    await step.run();
    return undefined;
  } catch (error) {
    if (error instanceof StepFailed) return error.message;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
