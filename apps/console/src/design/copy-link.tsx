import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './copy-link.module.css';

interface Props {
  readonly label: string;
  readonly url: string;
}

/** A link to hand over. Over plain http a browser copies nothing by itself: then the link is marked for copying. */
export function CopyLink({ label, url }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'marked' | null>(null);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setOutcome('copied');
    } catch {
      setOutcome('marked');
    }
  };

  return (
    <div className={styles.link}>
      <TextInput ref={field} className={styles.field} aria-label={label} value={url} readOnly size="sm" />
      <Button variant="outline" onClick={() => void copy()}>
        {t(outcome === 'copied' ? 'frame.copied' : 'frame.copyLink')}
      </Button>
      <span role="status">{outcome === 'marked' ? t('frame.copyByHand') : null}</span>
    </div>
  );
}
