import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import { ClientFields } from './client-fields.tsx';
import styles from './sso.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';

export function OAuth2Fields({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { draft, onChange } = fields;
  const address = { fields, inputMode: 'url', placeholder: 'https://' } as const;
  return (
    <Section title={t('admin.sso.oauth2.title')} lead={t('admin.sso.oauth2.lead')}>
      <div className={styles.fields}>
        <TextField {...address} name="authorizationUrl" label={t('admin.sso.oauth2.authorizationUrl')} />
        <TextField {...address} name="tokenUrl" label={t('admin.sso.oauth2.tokenUrl')} />
        <TextField {...address} name="userInfoUrl" label={t('admin.sso.oauth2.userInfoUrl')} />
        <TextField
          {...address}
          name="emailsUrl"
          label={t('admin.sso.oauth2.emailsUrl')}
          hint={t('admin.sso.oauth2.emailsUrlHint')}
        />
        <TextField
          fields={fields}
          name="issuer"
          label={t('admin.sso.oauth2.issuer')}
          hint={t('admin.sso.oauth2.issuerHint')}
        />
        <NativeSelect
          label={t('admin.sso.oauth2.authentication')}
          value={draft.tokenAuthentication}
          data={(['basic', 'post'] as const).map((value) => ({
            value,
            label: t(`admin.sso.oauth2.authentications.${value}`),
          }))}
          onChange={(event) =>
            onChange({ tokenAuthentication: event.currentTarget.value === 'post' ? 'post' : 'basic' })
          }
        />
      </div>
      <ClientFields fields={fields} />
    </Section>
  );
}
