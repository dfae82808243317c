import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import type { SsoRefusal } from '../../session/sso-refusal.ts';
import { SsoRefused } from '../signin/sso-refused.tsx';
import styles from './account.module.css';
import { type Identity, identitiesQuery } from './identities-query.ts';
import { IdentityRow } from './identity-row.tsx';

interface Props {
  readonly timeZone: string;
  /** What came of the way to a provider: `identity=linked`, or why not. */
  readonly outcome: SsoRefusal & { readonly identity?: string };
}

/** The providers one signs in with; nothing to see where there is none. */
export function IdentitiesSection({ timeZone, outcome }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: identities, linkable } = useSuspenseQuery(identitiesQuery).data;
  const [leaving, setLeaving] = useState<Identity | null>(null);
  const [news, setNews] = useState(outcome.identity === 'linked' ? t('identities.linked') : null);
  const linking = useMutation({
    mutationFn: async (connection_id: string) => {
      const { url } = await client.call('POST /console/api/account/identities/link', { body: { connection_id } });
      location.assign(url);
      // Until the browser has left.
      await new Promise(() => undefined);
    },
  });
  const unlinking = useMutation({
    mutationFn: ({ id }: Identity) =>
      client.call('DELETE /console/api/account/identities/{identity_id}', { params: { identity_id: id } }),
    onSuccess: async (_, { label }) => {
      setLeaving(null);
      setNews(t('identities.unlinked', { provider: label }));
      await queryClient.invalidateQueries(identitiesQuery);
    },
  });
  if (identities.length === 0 && linkable.length === 0 && outcome.code === undefined) return null;

  return (
    <Section id="identities" title={t('identities.title')} lead={t('identities.lead')}>
      <SsoRefused refusal={outcome} />
      {news === null ? null : (
        <Notice tone="done" announces={news}>
          <p>{news}</p>
        </Notice>
      )}
      {linking.isError ? <RefusalNotice error={linking.error} /> : null}
      {identities.length === 0 ? (
        <p>{t('identities.none')}</p>
      ) : (
        <ul className={rows.rows}>
          {identities.map((identity) => (
            <IdentityRow
              key={identity.id}
              identity={identity}
              timeZone={timeZone}
              onUnlink={() => setLeaving(identity)}
            />
          ))}
        </ul>
      )}
      {linkable.length === 0 ? null : (
        <div className={styles.act}>
          {linkable.map(({ connection_id, label }) => (
            <ActButton
              key={connection_id}
              variant="outline"
              pending={linking.isPending && linking.variables === connection_id}
              onClick={() => linking.mutate(connection_id)}
            >
              {t('identities.link', { provider: label })}
            </ActButton>
          ))}
        </div>
      )}
      <ConfirmDialog
        open={leaving !== null}
        title={t('identities.unlinkTitle', { provider: leaving?.label ?? '' })}
        text={t('identities.unlinkText')}
        confirm={t('identities.unlink')}
        pending={unlinking.isPending}
        error={unlinking.error}
        onConfirm={() => leaving !== null && unlinking.mutate(leaving)}
        onClose={() => {
          unlinking.reset();
          setLeaving(null);
        }}
      />
    </Section>
  );
}
