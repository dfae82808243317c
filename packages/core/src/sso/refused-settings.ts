import { ERRORS } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import { SSO_REFUSALS, SsoRefusal } from './sso-refusal.ts';

/** A provider's refusal as an administrator is told it who is setting the connection up; anything else stays. */
export function refusedSettings(error: unknown): unknown {
  if (!(error instanceof SsoRefusal)) return error;
  const { meaning, remedy } = SSO_REFUSALS[error.code];
  const detail = `${meaning} ${remedy} (${error.code}: ${error.message})`;
  const message = ERRORS.sso_settings_refused.message.replace('{detail}', detail);
  return new DomainError('sso_settings_refused', { message, cause: error });
}
