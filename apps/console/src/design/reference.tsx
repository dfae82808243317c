import { useTranslation } from 'react-i18next';
import styles from './reference.module.css';

/** What a person quotes to an administrator, who finds the refusal by it. */
export function Reference({ value }: { readonly value: string | undefined }) {
  const { t } = useTranslation();
  if (value === undefined) return null;
  return (
    <p className={styles.reference}>
      {t('frame.reference')} <code>{value}</code>
    </p>
  );
}
