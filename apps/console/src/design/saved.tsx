import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import styles from './saved.module.css';

/** Says beside a control that its change is kept. */
export function Saved({ when }: { readonly when: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={styles.saved} role="status">
      {when ? (
        <>
          <Icon name="done" size={14} />
          {t('frame.saved')}
        </>
      ) : null}
    </span>
  );
}
