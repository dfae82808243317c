import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { useTranslation } from 'react-i18next';
import styles from './webapps.module.css';
import type { WebApp } from './webapps-query.ts';

export type Explanation = EndpointOutput<Routes['GET /console/api/webapps/{webapp_id}/access/explain']>;

interface Props {
  readonly explanation: Explanation;
  readonly email: string;
  readonly app: WebApp;
}

/** Why somebody can or cannot open an app, and what would change that. */
export function ExplainedAccess({ explanation, email, app }: Props) {
  const { t, i18n } = useTranslation();
  const { access_mode: mode, conditions } = app;
  const { allowed, reason, person, groups, is_chosen_by_name } = explanation;
  const name = person?.name || email;
  const list = new Intl.ListFormat(i18n.language).format(groups.map((group) => group.name));

  return (
    <div className={styles.answer} data-allowed={allowed} role="status">
      <strong>{t(allowed ? 'webapps.explain.can' : 'webapps.explain.cannot', { name })}</strong>
      {person === null && mode !== 'public' ? <span>{t('webapps.explain.unknown')}</span> : null}
      {reason === null ? null : <span>{t(`webapps.why.${reason}`)}</span>}
      {allowed ? <span>{t(`webapps.explain.because.${mode}`)}</span> : null}
      {mode === 'private' && is_chosen_by_name ? <span>{t('webapps.explain.byName')}</span> : null}
      {mode === 'private' && groups.length > 0 ? <span>{t('webapps.explain.byGroup', { groups: list })}</span> : null}
      {allowed && conditions.passphrase ? <span>{t('webapps.explain.needsPassphrase')}</span> : null}
      {allowed && conditions.share_link ? <span>{t('webapps.explain.needsLink')}</span> : null}
    </div>
  );
}
