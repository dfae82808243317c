import { TextInput } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CODE_LENGTH, digits } from './digits.ts';
import styles from './mail-code.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** Six digits are there. */
  readonly onComplete?: (code: string) => void;
  readonly error?: ReactNode;
  readonly ref: RefObject<HTMLInputElement | null>;
}

/** The six digits of a letter, typed, pasted, or filled in by the browser. */
export function CodeField({ value, onChange, onComplete, error, ref }: Props) {
  const { t } = useTranslation();

  useEffect(() => ref.current?.focus(), [ref]);

  const enter = (typed: string) => {
    const code = digits(typed);
    onChange(code);
    if (code.length === CODE_LENGTH && code !== value) onComplete?.(code);
  };

  return (
    <TextInput
      ref={ref}
      classNames={{ input: styles.entry }}
      label={t('code.label')}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => enter(event.currentTarget.value)}
      error={error}
    />
  );
}
