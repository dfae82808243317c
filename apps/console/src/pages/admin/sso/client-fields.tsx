import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { PasswordField } from '../../../design/password-field.tsx';
import styles from './sso.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';

/** What the provider calls us, and how we prove it is us. */
export function ClientFields({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { draft, hasSecret, onChange, problem } = fields;
  return (
    <>
      <div className={styles.fields}>
        <TextField fields={fields} name="clientId" label={t('admin.sso.client.id')} />
        <PasswordField
          label={t('admin.sso.client.secret')}
          description={t(hasSecret ? 'admin.sso.client.stored' : 'admin.sso.client.notStored')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          name="clientSecret"
          required={false}
          autoComplete="new-password"
          maxLength={4_096}
          disabled={draft.isPublicClient}
          value={draft.clientSecret}
          error={problem('clientSecret')}
          onChange={(event) => onChange({ clientSecret: event.currentTarget.value })}
        />
        <TextField
          fields={fields}
          name="scopes"
          label={t('admin.sso.client.scopes')}
          hint={t('admin.sso.client.scopesHint')}
        />
      </div>
      <label className={forms.check}>
        <input
          type="checkbox"
          checked={draft.isPublicClient}
          onChange={(event) => onChange({ isPublicClient: event.currentTarget.checked, clientSecret: '' })}
        />
        <span>{t('admin.sso.client.isPublic')}</span>
      </label>
    </>
  );
}
