import { Input, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DURATION_UNITS, type Duration } from './duration.ts';
import styles from './duration-field.module.css';
import { oneOf } from './filters.ts';

interface Props {
  readonly label: string;
  /** The label is read, not seen. */
  readonly isBare?: boolean;
  readonly value: Duration;
  readonly disabled?: boolean;
  readonly error?: string | undefined;
  readonly onChange: (value: Duration) => void;
}

/** A length of time in the unit that suits it. */
export function DurationField({ label, isBare = false, value, disabled = false, error, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.row}>
      {isBare ? null : (
        <Input.Label className={styles.label} htmlFor={id}>
          {label}
        </Input.Label>
      )}
      <TextInput
        id={id}
        className={styles.amount}
        {...(isBare && { 'aria-label': label })}
        inputMode="decimal"
        value={value.amount}
        disabled={disabled}
        error={error}
        onChange={(event) => onChange({ ...value, amount: event.currentTarget.value })}
      />
      <NativeSelect
        className={styles.unit}
        aria-label={t('admin.frame.unitOf', { label })}
        value={value.unit}
        disabled={disabled}
        data={DURATION_UNITS.map((unit) => ({ value: unit, label: t(`admin.frame.units.${unit}`) }))}
        onChange={(event) =>
          onChange({ ...value, unit: oneOf(DURATION_UNITS, event.currentTarget.value) ?? value.unit })
        }
      />
    </div>
  );
}
