import { ID_TOKEN_ALGORITHMS } from '@latchkey/contract/vocabulary';
import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { oneOf } from '../../../admin/filters.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import { ClientFields } from './client-fields.tsx';
import styles from './sso.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';

export function OidcFields({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { draft, onChange } = fields;
  const discovering = useMutation({
    mutationFn: (issuer: string) =>
      adminClient.call('POST /admin-api/v1/sso-connections/discover', { body: { issuer } }),
    onSuccess: ({ issuer, id_token_algorithms: algorithms }) => {
      const [first] = algorithms;
      const isOffered = first === undefined || algorithms.includes(draft.idTokenAlgorithm);
      onChange({ issuer, ...(isOffered ? {} : { idTokenAlgorithm: first }) });
    },
  });
  const look = () => {
    const issuer = draft.issuer.trim();
    if (URL.canParse(issuer)) discovering.mutate(issuer);
  };

  return (
    <Section title={t('admin.sso.oidc.title')} lead={t('admin.sso.oidc.lead')}>
      <div className={styles.lookUp}>
        <TextField
          fields={fields}
          name="issuer"
          label={t('admin.sso.oidc.issuer')}
          hint={t('admin.sso.oidc.issuerHint')}
          inputMode="url"
          placeholder="https://"
        />
        <ActButton variant="outline" pending={discovering.isPending} onClick={look}>
          {t('admin.sso.oidc.discover')}
        </ActButton>
      </div>
      {discovering.isError ? <AdminRefusal error={discovering.error} /> : null}
      {discovering.isSuccess ? (
        <Notice tone="done" announces={discovering.data}>
          <p>
            {t('admin.sso.oidc.found', { issuer: discovering.data.issuer })}{' '}
            {t('admin.sso.oidc.foundAlgorithms', { algorithms: discovering.data.id_token_algorithms.join(', ') })}{' '}
            {discovering.data.supports_back_channel_logout ? t('admin.sso.oidc.foundLogout') : null}
          </p>
        </Notice>
      ) : null}
      <ClientFields fields={fields} />
      <div className={styles.fields}>
        <NativeSelect
          label={t('admin.sso.oidc.algorithm')}
          value={draft.idTokenAlgorithm}
          data={[...ID_TOKEN_ALGORITHMS]}
          onChange={(event) => {
            const chosen = oneOf(ID_TOKEN_ALGORITHMS, event.currentTarget.value);
            if (chosen !== undefined) onChange({ idTokenAlgorithm: chosen });
          }}
        />
      </div>
      <div className={forms.form}>
        <Switch
          title={t('admin.sso.oidc.userInfo.title')}
          text={t('admin.sso.oidc.userInfo.text')}
          on={draft.asksUserInfo}
          onWord={t('admin.frame.on')}
          offWord={t('admin.frame.off')}
          onChange={(asksUserInfo) => onChange({ asksUserInfo })}
        />
      </div>
    </Section>
  );
}
