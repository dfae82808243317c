import { SSO_USES, type SsoUse } from '@latchkey/contract/vocabulary';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';

interface Props {
  readonly uses: readonly SsoUse[];
  readonly onChange: (uses: readonly SsoUse[]) => void;
}

/** What a connection may be used for. */
export function UsesField({ uses, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const pick = (use: SsoUse, isOn: boolean) =>
    onChange(SSO_USES.filter((one) => (one === use ? isOn : uses.includes(one))));
  return (
    <fieldset className={forms.group}>
      <legend>{t('admin.sso.general.uses')}</legend>
      {SSO_USES.map((use) => (
        <label key={use} className={forms.check}>
          <input
            type="checkbox"
            checked={uses.includes(use)}
            aria-describedby={`${id}-${use}`}
            onChange={(event) => pick(use, event.currentTarget.checked)}
          />
          <span>
            {t(`admin.sso.use.${use}.name`)}
            <br />
            <span id={`${id}-${use}`} className={`${forms.quiet} ${forms.small}`}>
              {t(`admin.sso.use.${use}.text`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
