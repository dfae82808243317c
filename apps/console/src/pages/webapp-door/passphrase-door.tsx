import { WireError } from '@latchkey/sdk';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { PasswordField } from '../../design/password-field.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { AppHeading } from './app-heading.tsx';
import type { Refused } from './door-page.tsx';
import type { Door } from './door-query.ts';
import type { Entrance } from './door-search.ts';

/** What is said at the field; everything else is another reason not to be let in. */
const AT_THE_FIELD: readonly (string | undefined)[] = ['wrong_passphrase', 'too_many_requests', 'internal', 'unknown'];

interface Props {
  readonly door: Door;
  readonly entrance: Entrance;
  readonly onRefused: (refused: Refused) => void;
}

/** Asks for the passphrase that everybody shares; right, it leads into the app. */
export function PassphraseDoor({ door, entrance, onRefused }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problem = passphrase === '' ? t('door.passphraseMissing') : undefined;

  useEffect(() => field.current?.focus(), []);

  const entering = useMutation({
    mutationFn: () => client.call('POST /gate/enter', { body: { ...entrance, passphrase } }),
    onSuccess: ({ url }) => location.replace(url),
    onError: (error) => {
      field.current?.select();
      if (error instanceof WireError && error.status < 500 && !AT_THE_FIELD.includes(error.code)) {
        onRefused({ reason: error.code, reference: error.reference });
      }
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) field.current?.focus();
    else if (!entering.isPending && !entering.isSuccess) entering.mutate();
  };

  return (
    <div className={forms.stack}>
      <AppHeading door={door} title={t('door.passphraseTitle', { app: door.name })} lead={t('door.passphraseLead')} />
      <form className={forms.form} onSubmit={submit} noValidate>
        {entering.isError ? (
          <RefusalNotice
            error={entering.error}
            text={isWrong(entering.error) ? t('door.passphraseWrong') : undefined}
          />
        ) : null}
        <PasswordField
          ref={field}
          label={t('door.passphrase')}
          name="passphrase"
          autoComplete="off"
          maxLength={128}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={isChecked ? problem : undefined}
        />
        <ActButton type="submit" fullWidth pending={entering.isPending || entering.isSuccess}>
          {t('door.open', { app: door.name })}
        </ActButton>
      </form>
    </div>
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof WireError && error.code === 'wrong_passphrase';
}
