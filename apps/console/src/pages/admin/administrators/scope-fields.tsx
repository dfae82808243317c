import { ADMIN_SCOPES, type AdminScope } from '@latchkey/contract/vocabulary';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { SCOPE_WORDS } from './scope-words.ts';

interface Props {
  readonly scopes: readonly AdminScope[];
  readonly error: string | undefined;
  readonly onChange: (scopes: readonly AdminScope[]) => void;
}

/** What a key may do. */
export function ScopeFields({ scopes, error, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className={forms.group} aria-describedby={error === undefined ? undefined : id}>
      <legend>{t('admin.keys.may')}</legend>
      {ADMIN_SCOPES.map((scope) => (
        <label key={scope} className={forms.check}>
          <input
            type="checkbox"
            name="scopes"
            checked={scopes.includes(scope)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
            }
          />
          <span>
            {t(`admin.scope.${SCOPE_WORDS[scope]}`)} <code className={forms.small}>{scope}</code>
          </span>
        </label>
      ))}
      {error === undefined ? null : (
        <p id={id} className={forms.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
