import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './copy-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
}

/** Something to hand over. Over plain http a browser copies nothing by itself: then it is marked for copying. */
export function CopyField({ label, value }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'marked' | null>(null);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      setOutcome('marked');
    }
  };

  return (
    <div className={styles.row}>
      <TextInput ref={field} className={styles.field} label={label} value={value} readOnly />
      <Button variant="outline" onClick={() => void copy()}>
        {t('admin.frame.copy')}
      </Button>
      <span role="status" className={styles.said}>
        {outcome === null ? null : t(`admin.frame.${outcome}`)}
      </span>
    </div>
  );
}
