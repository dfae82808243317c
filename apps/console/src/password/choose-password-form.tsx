import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../design/act-button.tsx';
import { FieldRefusal } from '../design/field-refusal.tsx';
import { focusFirstProblem } from '../design/focus-first-problem.ts';
import forms from '../design/form.module.css';
import { RefusalNotice } from '../design/refusal-notice.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { type PasswordRule, passwordProblem } from './password-rule.ts';
import { refusedPassword } from './refused-password.ts';

interface Props {
  /** Whose password it becomes: password managers keep the two together. */
  readonly email: string;
  readonly submit: string;
  readonly rule: PasswordRule;
  readonly set: (password: string) => Promise<unknown>;
}

/** One password, chosen once; it can be shown, so nobody types it twice. */
export function ChoosePasswordForm({ email, submit, rule, set }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const setting = useMutation({ mutationFn: () => set(password) });
  const refused = refusedPassword(setting.error);
  const broken = passwordProblem(password, rule);
  const problem = broken === undefined ? undefined : t(`password.${broken}`);

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) focusFirstProblem(event.currentTarget, { password: problem });
    else if (!setting.isPending) setting.mutate();
  };

  const shown = () => {
    if (refused !== undefined) return <FieldRefusal error={setting.error} text={t(`refusal.${refused}`)} />;
    return isChecked ? problem : undefined;
  };

  return (
    <form className={forms.form} onSubmit={onSubmit} noValidate>
      {setting.isError && refused === undefined ? <RefusalNotice error={setting.error} /> : null}
      {/* For password managers. */}
      <input hidden autoComplete="username" value={email} readOnly />
      <NewPasswordField
        label={t('password.new')}
        name="password"
        rule={rule}
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          setting.reset();
        }}
        error={shown()}
      />
      <ActButton type="submit" fullWidth pending={setting.isPending}>
        {submit}
      </ActButton>
    </form>
  );
}
