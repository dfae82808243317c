import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { PasswordField } from '../../design/password-field.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { useConditions } from './use-conditions.ts';
import styles from './webapps.module.css';
import type { WebApp } from './webapps-query.ts';

const SHORTEST = 6;
const LONGEST = 128;

interface Props {
  readonly app: WebApp;
  readonly onSaved: (sessionsEnded: number) => void;
}

/** One passphrase for everybody; it is kept as a hash, so it can be replaced but not shown. */
export function PassphraseCondition({ app, onSaved }: Props) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isSet = app.conditions.passphrase;
  const problems = {
    passphrase: passphrase.length < SHORTEST ? t('webapps.conditions.passphraseShort', { least: SHORTEST }) : undefined,
  };
  const saving = useConditions(app.id, (ended) => {
    setPassphrase('');
    setChecked(false);
    onSaved(ended);
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.passphrase !== undefined) focusFirstProblem(event.currentTarget, problems);
    else if (!saving.isPending) saving.mutate({ passphrase });
  };

  return (
    <div className={styles.part}>
      <h3>{t('webapps.conditions.passphrase')}</h3>
      <p className={styles.quiet}>
        {t(isSet ? 'webapps.conditions.passphraseIsSet' : 'webapps.conditions.passphraseText')}
      </p>
      {saving.isError ? <RefusalNotice error={saving.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <PasswordField
          label={t(isSet ? 'webapps.conditions.passphraseNew' : 'webapps.conditions.passphrase')}
          name="passphrase"
          autoComplete="off"
          maxLength={LONGEST}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={isChecked ? problems.passphrase : undefined}
        />
        <div className={styles.bar}>
          <ActButton type="submit" variant="outline" pending={saving.isPending && saving.variables.passphrase !== null}>
            {t(isSet ? 'webapps.conditions.passphraseReplace' : 'webapps.conditions.passphraseSet')}
          </ActButton>
          {isSet ? (
            <ActButton
              variant="outline"
              color="danger"
              pending={saving.isPending && saving.variables.passphrase === null}
              onClick={() => saving.mutate({ passphrase: null })}
            >
              {t('webapps.conditions.passphraseRemove')}
            </ActButton>
          ) : null}
        </div>
      </form>
    </div>
  );
}
