import { useTranslation } from 'react-i18next';
import { Tag } from '../../../admin/tag.tsx';
import { certificateState } from './certificate-state.ts';
import styles from './sso.module.css';
import type { Connection } from './sso-query.ts';

/** Where a connection stands, and what needs attention. */
export function ConnectionTags({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const unproven = connection.domains.filter(({ proof }) => proof === 'none').length;
  const certificates = worstCertificate(connection);
  const test = testState(connection);
  return (
    <div className={styles.tags}>
      <Tag tone={connection.enabled ? 'good' : 'plain'}>{t(`admin.sso.tags.${connection.enabled ? 'on' : 'off'}`)}</Tag>
      <Tag tone={test === 'tested' ? 'good' : 'attention'}>{t(`admin.sso.tags.${test}`)}</Tag>
      {unproven === 0 ? null : <Tag tone="attention">{t('admin.sso.tags.unproven', { count: unproven })}</Tag>}
      {certificates === 'until' ? null : (
        <Tag tone={certificates === 'expired' ? 'bad' : 'attention'}>
          {t(`admin.sso.tags.${certificates === 'expired' ? 'expired' : 'expiring'}`)}
        </Tag>
      )}
    </div>
  );
}

function testState({ last_test: last }: Connection): 'tested' | 'untested' | 'changed' | 'failed' {
  if (last === null || last.outcome === 'running') return 'untested';
  if (last.outcome === 'refused') return 'failed';
  return last.is_stale ? 'changed' : 'tested';
}

/** A rollover is on its way while one of the certificates holds for long. */
function worstCertificate({ provider }: Connection): 'expired' | 'soon' | 'until' {
  if (provider.protocol !== 'saml' || provider.certificate_details.length === 0) return 'until';
  const ends = provider.certificate_details.map(({ not_after }) => Date.parse(not_after));
  return certificateState(new Date(Math.max(...ends)), new Date());
}
