import { Textarea } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { firstNonRange, rangesIn } from './address-ranges.ts';
import { useConditions } from './use-conditions.ts';
import styles from './webapps.module.css';
import type { WebApp } from './webapps-query.ts';

interface Props {
  readonly app: WebApp;
  readonly onSaved: (sessionsEnded: number) => void;
}

/** The networks that an app is open to. */
export function AddressCondition({ app, onSaved }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => app.conditions.address_ranges.join('\n'));
  const [isChecked, setChecked] = useState(false);
  const ranges = rangesIn(text);
  const wrong = firstNonRange(ranges);
  const saving = useConditions(app.id, onSaved);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong !== undefined) field.current?.focus();
    else if (!saving.isPending) saving.mutate({ address_ranges: ranges });
  };

  return (
    <form className={`${styles.part} ${forms.form}`} onSubmit={submit} noValidate>
      <h3>{t('webapps.conditions.addresses')}</h3>
      {saving.isError ? <RefusalNotice error={saving.error} /> : null}
      <Textarea
        ref={field}
        label={t('webapps.conditions.ranges')}
        description={t('webapps.conditions.rangesHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        name="ranges"
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isChecked && wrong !== undefined ? t('webapps.conditions.rangeWrong', { range: wrong }) : undefined}
      />
      <div>
        <ActButton type="submit" variant="outline" pending={saving.isPending}>
          {t('webapps.conditions.saveRanges')}
        </ActButton>
      </div>
    </form>
  );
}
