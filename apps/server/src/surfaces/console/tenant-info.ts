import type { ConsoleApi, EndpointResult } from '@latchkey/contract';
import type { JoinedWorkspace } from '@latchkey/core';
import { epochSeconds } from './wire-account.ts';

/** A workspace as Dify's wire has it. */
export function tenantInfo({
  id,
  name,
  status,
  createdAt,
  role,
}: JoinedWorkspace): EndpointResult<ConsoleApi['currentWorkspace']> {
  return {
    id,
    name,
    plan: 'basic',
    status,
    created_at: epochSeconds(createdAt),
    role,
    in_trial: null,
    trial_end_reason: null,
    custom_config: null,
    trial_credits: null,
    trial_credits_used: null,
    next_credit_reset_date: null,
  };
}
