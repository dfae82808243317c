import type { SignInRule } from '@latchkey/contract/vocabulary';
import type { DayCount } from './overview.ts';

export interface RuleCount {
  readonly rule: SignInRule;
  readonly count: number;
}

/** How often each rule refused somebody, the busiest first. */
export function refusalsOf(attempts: readonly DayCount[]): RuleCount[] {
  const counts = new Map<SignInRule, number>();
  for (const { rule, count } of attempts) if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((one, other) => other.count - one.count);
}
