import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import { LinesField } from './lines-field.tsx';
import styles from './sso.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';
import { VerifiedField } from './verified-field.tsx';

/** Where the protocol has each field, or providers mostly do. */
const USUAL = {
  saml: { subject: 'NameID', email: 'email', name: 'displayName', groups: 'groups' },
  oidc: { subject: 'sub', email: 'email', name: 'name', groups: 'groups' },
  oauth2: { subject: 'id', email: 'email', name: 'name', groups: 'groups' },
} as const;

/** How the provider's answer becomes a person. */
export function MappingSection({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { protocol } = fields.draft;
  const usual = USUAL[protocol];
  return (
    <Section title={t('admin.sso.mapping.title')} lead={t('admin.sso.mapping.lead')}>
      <div className={styles.fields}>
        <TextField
          fields={fields}
          name="subject"
          label={t('admin.sso.mapping.subject')}
          hint={t('admin.sso.mapping.subjectHint')}
          placeholder={usual.subject}
        />
        <TextField fields={fields} name="email" label={t('admin.sso.mapping.email')} placeholder={usual.email} />
        <TextField fields={fields} name="personName" label={t('admin.sso.mapping.name')} placeholder={usual.name} />
        <TextField fields={fields} name="groups" label={t('admin.sso.mapping.groups')} placeholder={usual.groups} />
      </div>
      <VerifiedField fields={fields} />
      {protocol === 'oauth2' ? null : (
        <div className={styles.fields}>
          <TextField
            fields={fields}
            name="clockSkew"
            label={`${t('admin.sso.mapping.skew')} (${t('admin.sso.skewUnit')})`}
            inputMode="numeric"
          />
          <LinesField
            fields={fields}
            name="requiredContexts"
            label={t('admin.sso.mapping.contexts')}
            hint={t(`admin.sso.mapping.contextsHint.${protocol}`)}
          />
        </div>
      )}
    </Section>
  );
}
