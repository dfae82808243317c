import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminSessionQuery } from '../../../admin/admin-session.ts';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';
import { PasswordField } from '../../../design/password-field.tsx';
import { Saved } from '../../../design/saved.tsx';
import { Section } from '../../../design/section.tsx';
import { NewPasswordField } from '../../../password/new-password-field.tsx';
import { passwordProblem } from '../../../password/password-rule.ts';

/** The password of whoever is signed in here. */
export function OwnPassword() {
  const { t } = useTranslation();
  const { email } = useSuspenseQuery(adminSessionQuery).data;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChecked, setChecked] = useState(false);
  const broken = passwordProblem(next, 'length');
  const problems = { new_password: broken === undefined ? undefined : t(`password.${broken}`) };
  const changing = useMutation({
    mutationFn: () => {
      const body = current === '' ? { new_password: next } : { password: current, new_password: next };
      return adminClient.call('POST /admin-api/v1/session/password', { body });
    },
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setChecked(false);
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (broken !== undefined) focusFirstProblem(event.currentTarget, problems);
    else if (!changing.isPending) changing.mutate();
  };

  return (
    <Section title={t('admin.administrators.yourPassword')} lead={t('admin.administrators.yourPasswordLead')}>
      {changing.isError ? <AdminRefusal error={changing.error} /> : null}
      <form className={`${forms.form} ${forms.narrow}`} onSubmit={submit} noValidate>
        {/* For password managers. */}
        <input hidden autoComplete="username" value={email} readOnly />
        <PasswordField
          label={t('admin.administrators.currentPassword')}
          description={t('admin.administrators.currentHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required={false}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordField
          label={t('admin.administrators.newPassword')}
          name="new_password"
          rule="length"
          value={next}
          onChange={setNext}
          error={isChecked ? problems.new_password : undefined}
        />
        <div className={forms.answers}>
          <ActButton type="submit" variant="outline" pending={changing.isPending}>
            {t('admin.administrators.changePassword')}
          </ActButton>
          <Saved when={changing.isSuccess} />
        </div>
      </form>
    </Section>
  );
}
