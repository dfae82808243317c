import { useTranslation } from 'react-i18next';
import { Tag } from '../../../admin/tag.tsx';
import styles from './methods.module.css';
import type { Policy } from './policy-query.ts';

/** Where single sign-on stands; it is switched where its connection is. */
export function SsoRow({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  const state = () => {
    if (policy.sso_protocol === null) return 'none' as const;
    if (!policy.sso) return 'off' as const;
    return policy.sso_enforced ? ('enforced' as const) : ('on' as const);
  };
  return (
    <div className={styles.state}>
      <div className={styles.words}>
        <span className={styles.title}>{t('admin.methods.sso.title')}</span>
        <p>{t(`admin.methods.sso.${state()}`)}</p>
      </div>
      <Tag tone={policy.sso ? 'good' : 'plain'}>{t(`admin.methods.ssoState.${state()}`)}</Tag>
    </div>
  );
}
