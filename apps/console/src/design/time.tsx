import { useTranslation } from 'react-i18next';
import { relativeTime } from './relative-time.ts';
import { useNow } from './use-now.ts';

interface Props {
  readonly at: Date;
  /** Of the account; the browser's when nobody is signed in. */
  readonly timeZone?: string | undefined;
}

/** A time relative to now, with the exact one on hover. */
export function Time({ at, timeZone }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow(30_000);
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'long', timeZone }).format(at);
  return (
    <time dateTime={at.toISOString()} title={exact}>
      {relativeTime(at, now, i18n.language) ?? t('time.now')}
    </time>
  );
}
