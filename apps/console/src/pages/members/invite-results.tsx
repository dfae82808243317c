import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyLink } from '../../design/copy-link.tsx';
import { Notice } from '../../design/notice.tsx';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { type InviteResult, inviteOutcome } from './invite-outcome.ts';
import styles from './members.module.css';

/** What became of each address, and what a link that is handed over can and cannot do. */
export function InviteResults({ results }: { readonly results: readonly InviteResult[] }) {
  const { t } = useTranslation();
  const hasMail = useQuery(systemFeaturesQuery).data?.is_email_setup ?? true;
  const invited = results.filter((result) => inviteOutcome(result) === 'invited').length;

  return (
    <>
      <Notice tone={invited === results.length ? 'done' : 'attention'} announces={results}>
        <p>{t('members.invitedCount', { invited, count: results.length })}</p>
        {invited === 0 ? null : <p>{t(hasMail ? 'members.linkExplained' : 'members.linkWithoutMail')}</p>}
      </Notice>
      <ul className={styles.results}>
        {results.map((result) => {
          const outcome = inviteOutcome(result);
          const isIn = outcome === 'invited' || outcome === 'isMember';
          return (
            <li key={result.email}>
              <div className={styles.result}>
                <strong>{result.email}</strong>
                <span className={isIn ? styles.good : styles.bad}>{t(`members.outcome.${outcome}`)}</span>
              </div>
              {result.status === 'success' && outcome === 'invited' ? (
                <CopyLink label={t('members.linkFor', { email: result.email })} url={result.url} />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
