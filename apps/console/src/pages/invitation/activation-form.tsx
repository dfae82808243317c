import { PAGE_LANGUAGES } from '@latchkey/contract/vocabulary';
import { WireError } from '@latchkey/sdk';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { FieldRefusal } from '../../design/field-refusal.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { passwordProblem } from '../../password/password-rule.ts';
import { refusedPassword } from '../../password/refused-password.ts';
import { LANGUAGE_NAMES } from '../../preferences/language.ts';
import { pageLanguage } from '../../preferences/page-language.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { timeZones } from '../account/time-zones.ts';
import { CodeField } from '../mail-code/code-field.tsx';
import { codeTrouble } from '../mail-code/code-trouble.ts';
import { CODE_LENGTH } from '../mail-code/digits.ts';
import { NoLetter } from '../mail-code/no-letter.tsx';
import { Resend } from '../mail-code/resend.tsx';
import { useFollow } from '../signin/use-follow.ts';
import { activate } from './activate.ts';
import type { Invitation } from './invitation-query.ts';

const LONGEST_NAME = 80;

interface Props {
  readonly token: string;
  readonly invitation: Invitation;
  /** Goes with the code that proves the address; `null` when none is needed. */
  readonly codeToken: string | null;
  readonly onResend: () => Promise<void>;
  readonly onJoined: () => void;
  readonly onClosed: () => void;
}

export function ActivationForm({ token, invitation, codeToken, onResend, onJoined, onClosed }: Props) {
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferences();
  const follow = useFollow(undefined);
  const codeField = useRef<HTMLInputElement>(null);
  const [fields, setFields] = useState(() => ({
    code: '',
    name: '',
    password: '',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const [isChecked, setChecked] = useState(false);
  const { code, name, password, timezone } = fields;
  const zones = useMemo(() => timeZones(timezone), [timezone]);

  const joining = useMutation({
    mutationFn: () =>
      activate({
        token,
        name: name.trim(),
        interface_language: language,
        timezone,
        ...(invitation.password ? { password } : {}),
        ...(codeToken === null ? {} : { code, code_token: codeToken }),
      }),
    onSuccess: (account) => {
      onJoined();
      return account === null ? undefined : follow({ kind: 'signed_in', account });
    },
    onError: (error) => {
      if (error instanceof WireError && error.code === 'already_activate') onClosed();
      if (codeTrouble(error) !== undefined) {
        setFields((before) => ({ ...before, code: '' }));
        codeField.current?.focus();
      }
    },
  });

  const refused = refusedPassword(joining.error);
  const trouble = codeTrouble(joining.error);
  const broken = passwordProblem(password, 'length');
  const problems = {
    code: codeToken !== null && code.length < CODE_LENGTH ? t('code.incomplete') : undefined,
    name: name.trim() === '' ? t('field.nameMissing') : undefined,
    password: invitation.password && broken !== undefined ? t(`password.${broken}`) : undefined,
  };
  const shown: Partial<typeof problems> = isChecked ? problems : {};
  const enter = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!joining.isPending) joining.mutate();
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {joining.isError && refused === undefined && trouble !== 'wrong' ? (
        <RefusalNotice error={joining.error} text={trouble === 'over' ? t('code.over') : undefined} />
      ) : null}
      {codeToken === null ? null : (
        <>
          <p>{t('code.sentTo', { email: invitation.email })}</p>
          <CodeField
            ref={codeField}
            value={code}
            onChange={(typed) => enter({ code: typed })}
            error={
              trouble === 'wrong' && code === '' ? (
                <FieldRefusal error={joining.error} text={t('code.wrong')} />
              ) : (
                shown.code
              )
            }
          />
          <NoLetter />
          <Resend send={onResend} onSent={() => joining.reset()} />
        </>
      )}
      <TextInput
        label={t('registration.name')}
        name="name"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => enter({ name: event.currentTarget.value })}
        error={shown.name}
      />
      <NativeSelect
        label={t('frame.language')}
        value={language}
        data={PAGE_LANGUAGES.map((tag) => ({ value: tag, label: LANGUAGE_NAMES[tag] }))}
        onChange={(event) => void setLanguage(pageLanguage([event.currentTarget.value]))}
      />
      <NativeSelect
        label={t('invitation.timezone')}
        value={timezone}
        data={zones}
        onChange={(event) => enter({ timezone: event.currentTarget.value })}
      />
      {invitation.password ? (
        <>
          {/* For password managers. */}
          <input hidden autoComplete="username" value={invitation.email} readOnly />
          <NewPasswordField
            label={t('signin.password')}
            name="password"
            rule="length"
            value={password}
            onChange={(typed) => {
              enter({ password: typed });
              if (refused !== undefined) joining.reset();
            }}
            error={
              refused === undefined ? (
                shown.password
              ) : (
                <FieldRefusal error={joining.error} text={t(`refusal.${refused}`)} />
              )
            }
          />
        </>
      ) : null}
      <ActButton type="submit" fullWidth pending={joining.isPending}>
        {t('invitation.join', { workspace: invitation.workspace_name })}
      </ActButton>
    </form>
  );
}
