import { WireError } from '@latchkey/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { FieldRefusal } from '../../design/field-refusal.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import { Notice } from '../../design/notice.tsx';
import { PasswordField } from '../../design/password-field.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { passwordProblem } from '../../password/password-rule.ts';
import { refusedPassword } from '../../password/refused-password.ts';
import { client } from '../../session/client.ts';
import { type Account, profileQuery } from '../../session/profile.ts';
import styles from './account.module.css';
import { sessionsQuery } from './sessions-query.ts';

const EMPTY = { current: '', chosen: '', repeated: '' };

export function PasswordSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [fields, setFields] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const { current, chosen, repeated } = fields;

  const change = useMutation({
    mutationFn: () =>
      client.call('POST /console/api/account/password', {
        body: {
          ...(account.is_password_set ? { password: current } : {}),
          new_password: chosen,
          repeat_new_password: repeated,
        },
      }),
    onSuccess: (saved) => {
      setFields(EMPTY);
      setChecked(false);
      queryClient.setQueryData(profileQuery.queryKey, saved);
      return queryClient.invalidateQueries(sessionsQuery);
    },
  });

  const refused = refusedPassword(change.error);
  const broken = passwordProblem(chosen);
  const problems = {
    current: account.is_password_set && current === '' ? t('field.passwordMissing') : undefined,
    chosen: broken === undefined ? undefined : t(`password.${broken}`),
    repeated: repeated === chosen ? undefined : t('account.repeatDiffers'),
  };
  const shown: Partial<typeof problems> = checked ? problems : {};

  const enter = (part: Partial<typeof EMPTY>) => {
    setFields({ ...fields, ...part });
    change.reset();
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!change.isPending) change.mutate();
  };

  return (
    <Section title={t('account.passwordTitle')} lead={t('account.passwordLead')}>
      {change.isError && refused === undefined ? <RefusalNotice error={change.error} /> : null}
      {change.isSuccess ? (
        <Notice tone="done" announces={change.data}>
          <p>{t('account.passwordChanged')}</p>
        </Notice>
      ) : null}
      <form className={styles.form} onSubmit={submit} noValidate>
        {/* For password managers. */}
        <input hidden autoComplete="username" value={account.email} readOnly />
        {account.is_password_set ? (
          <PasswordField
            label={t('account.currentPassword')}
            name="current"
            autoComplete="current-password"
            value={current}
            onChange={(event) => enter({ current: event.currentTarget.value })}
            error={shown.current ?? isWrongPassword(change.error)}
          />
        ) : null}
        <NewPasswordField
          label={t('account.newPassword')}
          name="chosen"
          value={chosen}
          onChange={(password) => enter({ chosen: password })}
          error={
            refused === undefined ? shown.chosen : <FieldRefusal error={change.error} text={t(`refusal.${refused}`)} />
          }
        />
        <PasswordField
          label={t('account.repeatPassword')}
          name="repeated"
          autoComplete="new-password"
          value={repeated}
          onChange={(event) => enter({ repeated: event.currentTarget.value })}
          error={shown.repeated}
        />
        <div className={styles.act}>
          <ActButton type="submit" variant="outline" pending={change.isPending}>
            {t('account.changePassword')}
          </ActButton>
        </div>
      </form>
    </Section>
  );
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof WireError && error.code === 'current_password_incorrect';
}
