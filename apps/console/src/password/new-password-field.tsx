import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../design/password-field.tsx';
import styles from './new-password-field.module.css';
import { type PasswordRule, passwordProblem } from './password-rule.ts';
import { passwordStrength } from './password-strength.ts';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: ReactNode;
  readonly rule?: PasswordRule;
}

/** A field for a password to be chosen: the rule first, then a hint while it is typed. */
export function NewPasswordField({ label, name, value, onChange, error, rule = 'letters_and_digits' }: Props) {
  const { t } = useTranslation();
  const hinted = passwordProblem(value, rule) === undefined;
  const strength = passwordStrength(value);
  return (
    <div>
      <PasswordField
        label={label}
        name={name}
        description={t(rule === 'length' ? 'password.lengthRule' : 'password.rule')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      <div className={styles.hint} data-strength={strength} hidden={!hinted}>
        <span className={styles.bars} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span role="status">{hinted ? t(`password.${strength}`) : null}</span>
      </div>
    </div>
  );
}
