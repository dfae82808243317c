import { useTranslation } from 'react-i18next';
import { Time } from '../../design/time.tsx';
import type { PendingLink } from './pending-link.ts';
import styles from './signin.module.css';

/** Whom the provider vouches for. */
export function LinkFacts({ link }: { readonly link: PendingLink }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('link.provider')}</dt>
        <dd>{link.label}</dd>
      </div>
      {link.name === null ? null : (
        <div>
          <dt>{t('link.name')}</dt>
          <dd>{link.name}</dd>
        </div>
      )}
      {link.email === null ? null : (
        <div>
          <dt>{t('signin.email')}</dt>
          <dd>{link.email}</dd>
        </div>
      )}
      <div>
        <dt>{t('link.waitsUntil')}</dt>
        <dd>
          <Time at={new Date(link.expires_at)} />
        </dd>
      </div>
    </dl>
  );
}
