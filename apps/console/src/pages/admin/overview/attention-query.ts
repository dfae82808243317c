import { queryOptions } from '@tanstack/react-query';
import { adminClient } from '../../../admin/client.ts';
import { type Attention, attention } from './attention.ts';

/** What waits for an administrator, gathered from the pages where it is done. */
export const attentionQuery = queryOptions({
  queryKey: ['admin', 'attention'],
  queryFn: async (): Promise<Attention[]> => {
    const [overview, policy, requests, mail, settings, administrators] = await Promise.all([
      adminClient.call('GET /admin-api/v1/overview', { query: { days: 1 } }),
      adminClient.call('GET /admin-api/v1/sign-in-policy', {}),
      adminClient.call('GET /admin-api/v1/access-requests', { query: { limit: 1 } }),
      adminClient.call('GET /admin-api/v1/mail', {}),
      adminClient.call('GET /admin-api/v1/settings', {}),
      adminClient.call('GET /admin-api/v1/administrators', {}),
    ]);
    const { enforcement_reverts_at: revertsAt, certificates_ending: certificates } = overview;
    const facts = {
      isAnyMethodOn: policy.email_password || policy.email_code || policy.sso,
      enforcementRevertsAt: revertsAt === null ? null : new Date(revertsAt),
      certificates: certificates.map(({ connection_id: connectionId, connection, not_after }) => ({
        connectionId,
        connection,
        notAfter: new Date(not_after),
      })),
      accessRequests: requests.total,
      hasMailServer: mail.source !== 'none',
      lettersWaiting: mail.counts.waiting,
      lettersFailed: mail.counts.failed,
      hasPublicUrl: settings.public_url !== null,
      administratorsWithWayIn: administrators.data.filter(({ has_way_in }) => has_way_in).length,
    };
    return attention(facts, new Date());
  },
});
