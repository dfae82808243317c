import { normalizeUserCode } from '@latchkey/contract/vocabulary';
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import styles from './device.module.css';
import { userCode } from './user-code.ts';

interface Props {
  /** What a link brought along, though it is no code. */
  readonly typed: string;
  readonly onCode: (code: string) => void;
}

export function CodeEntry({ typed, onCode }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => normalizeUserCode(typed));
  const [checked, setChecked] = useState(typed !== '');
  const code = userCode(text);

  useEffect(() => field.current?.focus(), []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code !== undefined) return onCode(code);
    setChecked(true);
    field.current?.focus();
  };

  return (
    <form className={forms.stack} onSubmit={submit} noValidate>
      <Heading title={t('device.title')} lead={t('device.lead')} />
      <TextInput
        ref={field}
        classNames={{ input: styles.entry }}
        label={t('device.code')}
        name="user_code"
        placeholder="ABCD-3456"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        withAsterisk={false}
        value={text}
        onChange={(event) => setText(normalizeUserCode(event.currentTarget.value))}
        error={checked && code === undefined ? t('device.codeIncomplete') : undefined}
      />
      <Button type="submit" fullWidth>
        {t('device.submit')}
      </Button>
    </form>
  );
}
