import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';

const KINDS = ['claim', 'always', 'never'] as const;

/** When a mail address of the provider counts as verified. */
export function VerifiedField({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const id = useId();
  const { verified } = fields.draft;
  return (
    <fieldset className={forms.group} aria-describedby={id}>
      <legend>{t('admin.sso.mapping.verified')}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className={forms.check}>
          <input
            type="radio"
            name="verified"
            checked={verified === kind}
            onChange={() => fields.onChange({ verified: kind })}
          />
          <span>{t(`admin.sso.mapping.kinds.${kind}`)}</span>
        </label>
      ))}
      {verified === 'claim' ? (
        <div className={forms.narrow}>
          <TextField fields={fields} name="verifiedPath" label={t('admin.sso.mapping.path')} />
        </div>
      ) : null}
      <p id={id} className={`${forms.quiet} ${forms.small}`}>
        {t('admin.sso.mapping.verifiedHint')}
      </p>
    </fieldset>
  );
}
