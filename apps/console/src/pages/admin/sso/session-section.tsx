import { useTranslation } from 'react-i18next';
import { DurationField } from '../../../admin/duration-field.tsx';
import forms from '../../../admin/forms.module.css';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import type { ConnectionFields } from './use-draft.ts';

/** How long a sign-in through the provider holds, and how it ends. */
export function SessionSection({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { draft, onChange, problem } = fields;
  return (
    <Section title={t('admin.sso.session.title')}>
      <div className={forms.narrow}>
        <DurationField
          label={t('admin.sso.session.length')}
          value={draft.session}
          error={problem('session')}
          onChange={(session) => onChange({ session })}
        />
      </div>
      <p className={forms.quiet}>{t('admin.sso.session.lengthHint')}</p>
      {draft.protocol === 'oidc' ? (
        <Switch
          title={t('admin.sso.session.signsOut.title')}
          text={t('admin.sso.session.signsOut.text')}
          on={draft.signsOutAtProvider}
          onWord={t('admin.frame.on')}
          offWord={t('admin.frame.off')}
          onChange={(signsOutAtProvider) => onChange({ signsOutAtProvider })}
        />
      ) : null}
    </Section>
  );
}
