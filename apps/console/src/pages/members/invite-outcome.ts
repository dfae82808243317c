import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';

export type InviteResult = EndpointOutput<
  Routes['POST /console/api/workspaces/current/members/invite-email']
>['invitation_results'][number];

export type InviteOutcome = 'invited' | 'isMember' | 'notAnAddress' | 'isBanned' | 'notInvited';

/** What became of an address, as far as Dify's wire lets one tell: a member's link is that of the sign-in page. */
export function inviteOutcome(result: InviteResult): InviteOutcome {
  if (result.status === 'success') return result.url.endsWith('/signin') ? 'isMember' : 'invited';
  if (/not a valid email/.test(result.message)) return 'notAnAddress';
  return /banned/.test(result.message) ? 'isBanned' : 'notInvited';
}
