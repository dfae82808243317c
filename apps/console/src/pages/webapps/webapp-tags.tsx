import { useTranslation } from 'react-i18next';
import { Badge } from '../../design/badge.tsx';
import type { WebApp } from './webapps-query.ts';

/** Whom an app is open to, and whether it is on, in a word each. */
export function WebAppTags({ app: { access_mode, enabled } }: { readonly app: WebApp }) {
  const { t } = useTranslation();
  return (
    <>
      <Badge>{t(`webapps.mode.${access_mode}`)}</Badge>
      {enabled ? null : <Badge tone="attention">{t('webapps.isOff')}</Badge>}
    </>
  );
}
