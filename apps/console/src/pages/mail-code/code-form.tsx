import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { FieldRefusal } from '../../design/field-refusal.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { CodeField } from './code-field.tsx';
import { codeTrouble } from './code-trouble.ts';
import { CODE_LENGTH } from './digits.ts';
import styles from './mail-code.module.css';
import { NoLetter } from './no-letter.tsx';
import { Resend } from './resend.tsx';

interface Props {
  /** Proves the code and goes on. */
  readonly check: (code: string) => Promise<unknown>;
  readonly resend: () => Promise<void>;
  /** The button; without one, six digits are sent as soon as they are there. */
  readonly confirm?: { readonly label: string; readonly isDangerous: boolean };
  readonly actions?: ReactNode;
}

/** Asks for the code of a letter. */
export function CodeForm({ check, resend, confirm, actions }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);

  const checking = useMutation({
    mutationFn: check,
    onError: () => {
      setCode('');
      setChecked(false);
      field.current?.focus();
    },
  });
  const trouble = codeTrouble(checking.error);
  const send = (typed: string) => {
    if (!checking.isPending) checking.mutate(typed);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (code.length === CODE_LENGTH) send(code);
    else field.current?.focus();
  };

  const problem = () => {
    if (isChecked && code.length < CODE_LENGTH) return t('code.incomplete');
    return trouble === 'wrong' && code === '' ? (
      <FieldRefusal error={checking.error} text={t('code.wrong')} />
    ) : undefined;
  };

  return (
    <div className={styles.step}>
      {checking.isError && trouble !== 'wrong' ? (
        <RefusalNotice error={checking.error} text={trouble === 'over' ? t('code.over') : undefined} />
      ) : null}
      <form className={styles.step} onSubmit={submit} noValidate>
        <CodeField
          ref={field}
          value={code}
          onChange={setCode}
          {...(confirm === undefined ? { onComplete: send } : {})}
          error={problem()}
        />
        <ActButton
          type="submit"
          fullWidth
          pending={checking.isPending}
          {...(confirm?.isDangerous === true ? { color: 'danger' } : {})}
        >
          {confirm?.label ?? t('code.submit')}
        </ActButton>
      </form>
      <NoLetter />
      <div className={styles.actions}>
        <Resend
          send={resend}
          onSent={() => {
            checking.reset();
            field.current?.focus();
          }}
        />
        {actions}
      </div>
    </div>
  );
}
