import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import styles from './mail-code.module.css';

/** What to do when no letter arrives: without a mail server none does, and an administrator hands the code over. */
export function NoLetter() {
  const { t } = useTranslation();
  const features = useQuery({ ...systemFeaturesQuery, staleTime: Number.POSITIVE_INFINITY }).data;
  if (features === undefined) return null;
  if (features.is_email_setup) return <p className={styles.hint}>{t('code.noLetter')}</p>;
  return (
    <Notice tone="attention">
      <p>{t('code.noServer')}</p>
      <WhomToAsk />
    </Notice>
  );
}
