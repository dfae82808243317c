import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../design/format-duration.ts';

const CHOICES = [15, 30, 60, 240, 1_440] as const;

interface Props {
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

/** How long a new enforcement waits for somebody to sign in through it, before it reverts by itself. */
export function ConfirmWithin({ minutes, onChange }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      label={t('admin.review.confirmWithin')}
      description={t('admin.review.confirmWithinHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={String(minutes)}
      data={CHOICES.map((choice) => ({ value: String(choice), label: formatDuration(choice * 60, i18n.language) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
