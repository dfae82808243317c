import { ATTEMPT_DETAILS, ENTRANCE_WAYS, SIGN_IN_DOORS, WEBAPP_REFUSALS } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { DetailList } from '../../../admin/detail-list.tsx';
import { durationWords } from '../../../admin/duration-words.ts';
import { Facts } from '../../../admin/facts.tsx';
import { oneOf } from '../../../admin/filters.ts';

interface Props {
  readonly details: Readonly<Record<string, unknown>>;
}

/** What else an attempt left: each by its name in words, and what is newer than these pages as it is. */
export function AttemptDetails({ details }: Props) {
  const { t } = useTranslation();
  const valueWords = useValueWords();
  const known = ATTEMPT_DETAILS.filter((name) => name in details);
  const newer = Object.entries(details).filter(([name]) => oneOf(ATTEMPT_DETAILS, name) === undefined);
  return (
    <>
      {known.length === 0 ? null : (
        <Facts
          facts={known.map((name) => [t(`admin.attempts.detail.${name}`), valueWords(name, String(details[name]))])}
        />
      )}
      <DetailList details={Object.fromEntries(newer)} />
    </>
  );
}

function useValueWords() {
  const { t, i18n } = useTranslation();
  return (name: (typeof ATTEMPT_DETAILS)[number], value: string): string => {
    const door = oneOf(SIGN_IN_DOORS, value);
    const way = oneOf(ENTRANCE_WAYS, value);
    const reason = oneOf(WEBAPP_REFUSALS, value);
    if (name === 'door' && door !== undefined) return t(`admin.attempts.doors.${door}`);
    if (name === 'way' && way !== undefined) return t(`admin.attempts.ways.${way}`);
    if (name === 'reason' && reason !== undefined) return t(`admin.attempts.reasons.${reason}`);
    return name === 'retry_after' ? durationWords(Number(value), i18n.language) : value;
  };
}
