import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { systemFeaturesQuery } from '../session/system-features.ts';
import styles from './reference.module.css';

/** Where the system administrators are reached, once they have said so. */
export function WhomToAsk() {
  const { t } = useTranslation();
  const contact = useQuery({ ...systemFeaturesQuery, staleTime: Number.POSITIVE_INFINITY }).data?.contact;
  if (contact === undefined || contact === '') return null;
  return <p className={styles.reference}>{t('frame.administrators', { contact })}</p>;
}
