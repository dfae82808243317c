import type { Switches } from './policy-query.ts';

/** Which of the four combinations of the account-creation switches holds. */
export function combination({
  allow_registration,
  create_personal_spaces,
}: Pick<Switches, 'allow_registration' | 'create_personal_spaces'>): 'open' | 'waiting' | 'invited' | 'controlled' {
  if (allow_registration) return create_personal_spaces ? 'open' : 'waiting';
  return create_personal_spaces ? 'invited' : 'controlled';
}
