import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { Switch } from '../../design/switch.tsx';
import { Time } from '../../design/time.tsx';
import { client } from '../../session/client.ts';
import { ShareLinkDrawer } from './share-link-drawer.tsx';
import { useConditions } from './use-conditions.ts';
import styles from './webapps.module.css';
import { type ShareLink, shareLinksQuery, type WebApp } from './webapps-query.ts';

interface Props {
  readonly app: WebApp;
  readonly timeZone: string;
  readonly onSaved: (sessionsEnded: number) => void;
  readonly onNews: (news: string) => void;
}

/** Links that expire: whether one is needed, those that still work, and new ones. */
export function LinkCondition({ app, timeZone, onSaved, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const links = useQuery(shareLinksQuery(app.id));
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ShareLink | null>(null);
  const switching = useConditions(app.id, onSaved);
  const revocation = useMutation({
    mutationFn: ({ id }: ShareLink) =>
      client.call('DELETE /console/api/webapps/{webapp_id}/share-links/{share_link_id}', {
        params: { webapp_id: app.id, share_link_id: id },
      }),
    onSuccess: async (_, { label }) => {
      setRevoking(null);
      onNews(t('webapps.links.revoked', { label: label || t('webapps.links.unnamed') }));
      await queryClient.invalidateQueries(shareLinksQuery(app.id));
    },
  });
  const nameOf = ({ label }: Pick<ShareLink, 'label'>) => label || t('webapps.links.unnamed');

  return (
    <div className={styles.part}>
      <h3>{t('webapps.links.title')}</h3>
      {switching.isError ? <RefusalNotice error={switching.error} /> : null}
      {links.isError ? <RefusalNotice error={links.error} /> : null}
      <Switch
        title={t('webapps.links.needed')}
        text={t('webapps.links.neededText')}
        on={switching.isPending ? switching.variables.share_link === true : app.conditions.share_link}
        onWord={t('webapps.on')}
        offWord={t('webapps.off')}
        onChange={(on) => switching.mutate({ share_link: on })}
      />
      {links.data?.length === 0 && app.conditions.share_link ? (
        <p className={styles.quiet}>{t('webapps.links.none')}</p>
      ) : null}
      <ul className={rows.rows} hidden={(links.data ?? []).length === 0}>
        {links.data?.map((link) => (
          <li key={link.id}>
            <div className={rows.what}>
              <span className={rows.name}>{nameOf(link)}</span>
              <span className={rows.facts}>
                <span>
                  {t('webapps.links.made')} <Time at={new Date(link.created_at)} timeZone={timeZone} />
                </span>
                <span>
                  {t('webapps.links.expires')} <Time at={new Date(link.expires_at)} timeZone={timeZone} />
                </span>
              </span>
            </div>
            <Button
              variant="outline"
              color="danger"
              aria-label={t('webapps.links.revokeNamed', { label: nameOf(link) })}
              onClick={() => setRevoking(link)}
            >
              {t('webapps.links.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="outline" onClick={() => setMaking(true)}>
          {t('webapps.links.make')}
        </Button>
      </div>
      {isMaking ? <ShareLinkDrawer app={app} onClose={() => setMaking(false)} /> : null}
      <ConfirmDialog
        open={revoking !== null}
        title={t('webapps.links.revokeTitle', { label: revoking === null ? '' : nameOf(revoking) })}
        text={t('webapps.links.revokeText')}
        confirm={t('webapps.links.revoke')}
        pending={revocation.isPending}
        error={revocation.error}
        onConfirm={() => revoking && revocation.mutate(revoking)}
        onClose={() => {
          revocation.reset();
          setRevoking(null);
        }}
      />
    </div>
  );
}
