import { useTranslation } from 'react-i18next';
import styles from './chart.module.css';
import { SPANS } from './overview-query.ts';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (days: string) => void;
}

/** How many days back to look. */
export function SpanChoice({ value = '30', onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.spans} aria-label={t('admin.overview.span')}>
      {SPANS.map((span) => (
        <button key={span} type="button" aria-pressed={span === value} onClick={() => onChange(span)}>
          {t('admin.overview.days', { count: Number(span) })}
        </button>
      ))}
    </fieldset>
  );
}
