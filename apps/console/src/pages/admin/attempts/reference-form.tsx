import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import styles from './attempts.module.css';

/** Looks up the reference that a refused person quotes. */
export function ReferenceForm({ onLookUp }: { readonly onLookUp: (reference: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reference = text.trim();
    if (reference !== '') onLookUp(reference);
  };
  return (
    <Section title={t('admin.attempts.byReference')} lead={t('admin.attempts.byReferenceLead')}>
      <form className={styles.lookUp} onSubmit={submit}>
        <TextInput
          className={styles.reference}
          label={t('frame.reference')}
          name="reference"
          maxLength={64}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{t('admin.attempts.lookUp')}</Button>
      </form>
    </Section>
  );
}
