import { WireError } from '@latchkey/sdk';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { PasswordField } from '../../design/password-field.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';

interface Props {
  readonly proof: { readonly error: unknown; readonly isPending: boolean; readonly variables: string | undefined };
  /** The secret that the set-up link brought along. */
  readonly fromLink: string | undefined;
  readonly onSecret: (secret: string) => void;
}

export function SecretForm({ proof, fromLink, onSecret }: Props) {
  const { t } = useTranslation();
  const wrong = isWrongSecret(proof.error);
  // Whatever else kept the link's secret from being proven, it can be tried again.
  const [secret, setSecret] = useState(wrong ? '' : (fromLink ?? ''));
  const [checked, setChecked] = useState(false);
  const linkRefused = wrong && proof.variables === fromLink;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (secret.trim() === '') focusFirstProblem(event.currentTarget, { secret: 'missing' });
    else if (!proof.isPending) onSecret(secret.trim());
  };

  return (
    <div className={forms.stack}>
      <Heading title={t('setup.secretTitle')} lead={t('setup.secretLead')} />
      <form className={forms.form} onSubmit={submit} noValidate>
        {proof.error === null ? null : (
          <RefusalNotice error={proof.error} text={linkRefused ? t('setup.linkRefused') : undefined} />
        )}
        <PasswordField
          label={t('setup.secret')}
          name="secret"
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={checked && secret.trim() === '' ? t('setup.secretMissing') : undefined}
        />
        <ActButton type="submit" fullWidth pending={proof.isPending}>
          {t('setup.secretSubmit')}
        </ActButton>
      </form>
    </div>
  );
}

function isWrongSecret(error: unknown): boolean {
  return error instanceof WireError && error.code === 'init_validate_failed';
}
