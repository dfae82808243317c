import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../admin/copy-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { systemFeaturesQuery } from '../../../session/system-features.ts';
import { distinctKeys } from './distinct-keys.ts';
import styles from './invite.module.css';
import type { InviteResult } from './invite-check.tsx';

interface Props {
  readonly results: readonly InviteResult[];
  readonly onClose: () => void;
}

/** What became of each address, with the link to hand over; shown this once. */
export function InviteResults({ results, onClose }: Props) {
  const { t } = useTranslation();
  const hasMail = useQuery(systemFeaturesQuery).data?.is_email_setup ?? true;
  const invited = results.filter(({ url }) => url !== null);
  return (
    <>
      <Notice tone={hasMail ? 'done' : 'attention'} announces={results}>
        <p>{t('admin.invite.sent', { count: invited.length })}</p>
        <p>{t(hasMail ? 'admin.invite.linksWithMail' : 'admin.invite.linksWithoutMail')}</p>
      </Notice>
      <ul className={styles.links}>
        {distinctKeys(results, ({ email }) => email).map(([key, { email, url, outcome }]) => (
          <li key={key}>
            {url === null ? (
              <p>
                {email}: {t(`admin.invite.would.${outcome}`)}
              </p>
            ) : (
              <CopyField label={email} value={url} />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('admin.frame.done')}</Button>
      </div>
    </>
  );
}
