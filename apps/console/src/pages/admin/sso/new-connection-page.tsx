import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../admin/filters.ts';
import { PageHead } from '../../../admin/page-head.tsx';
import { LinkButton } from '../../../design/link-button.tsx';
import type { ConnectionKind } from './connection-draft.ts';
import { NewConnectionForm } from './new-connection-form.tsx';
import { PROTOCOL_NAMES } from './protocol-names.ts';
import styles from './sso.module.css';

const route = getRouteApi('/administration/admin/sso/new');
/** As their makers write them, in every language. */
const KIND_NAMES: Readonly<Record<ConnectionKind, string>> = {
  oidc: PROTOCOL_NAMES.oidc,
  saml: PROTOCOL_NAMES.saml,
  github: 'GitHub',
  generic: PROTOCOL_NAMES.oauth2,
};
const KINDS: readonly ConnectionKind[] = ['oidc', 'saml', 'github', 'generic'];

/** First how the provider speaks, then what it says about itself. */
export function NewConnectionPage() {
  const { t } = useTranslation();
  const kind = oneOf(KINDS, route.useSearch().kind);
  if (kind === undefined) {
    return (
      <>
        <PageHead
          back={<Link to="/admin/sso">{t('admin.sso.back')}</Link>}
          title={t('admin.sso.kind.title')}
          lead={t('admin.sso.kind.lead')}
        />
        <ul className={styles.kinds}>
          {KINDS.map((one) => (
            <li key={one} className={styles.card}>
              <h2 className={styles.cardTitle}>{KIND_NAMES[one]}</h2>
              <p>{t(`admin.sso.kind.${one}`)}</p>
              <div>
                <LinkButton
                  to="/admin/sso/new"
                  search={{ kind: one }}
                  variant="outline"
                  aria-label={`${t('admin.sso.kind.choose')}: ${KIND_NAMES[one]}`}
                >
                  {t('admin.sso.kind.choose')}
                </LinkButton>
              </div>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <PageHead
        back={<Link to="/admin/sso/new">{t('admin.sso.create.other')}</Link>}
        title={t(`admin.sso.create.${kind}`)}
        lead={t('admin.sso.create.lead')}
      />
      <NewConnectionForm key={kind} kind={kind} />
    </>
  );
}
