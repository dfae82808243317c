import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreRows } from '../../design/more-rows.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { SearchField } from '../../design/search-field.tsx';
import type { ChosenGroup, ChosenPerson } from './chosen.ts';
import { type Subject, useSubjects } from './subjects-query.ts';
import styles from './webapps.module.css';

interface Props {
  readonly label: string;
  /** What can be done with a group that was found; without it groups are left out. */
  readonly groupAct?: (group: ChosenGroup) => ReactNode;
  readonly personAct: (person: ChosenPerson) => ReactNode;
}

/** Finds people of the instance, and groups, by name or address. */
export function SubjectSearch({ label, groupAct, personAct }: Props) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const query = useSubjects(q.trim());
  const found = query.data?.pages.flatMap(({ subjects }) => subjects) ?? [];
  const shown = found.filter(({ subjectType }) => subjectType === 'account' || groupAct !== undefined);
  const isNothing = q.trim() !== '' && query.isSuccess && !query.isPlaceholderData && shown.length === 0;

  const row = ({ subjectId, groupData, accountData }: Subject) => {
    if (groupData !== undefined) {
      const group = { id: groupData.id, name: groupData.name, member_count: groupData.groupSize };
      return (
        <li key={subjectId}>
          <div className={rows.what}>
            <span className={rows.name}>{group.name}</span>
            <span className={rows.facts}>{t('webapps.access.groupSize', { count: group.member_count })}</span>
          </div>
          {groupAct?.(group)}
        </li>
      );
    }
    if (accountData === undefined) return null;
    const { id, name, email } = accountData;
    return (
      <li key={subjectId}>
        <div className={rows.what}>
          <span className={rows.name}>{name}</span>
          <span className={rows.facts}>{email}</span>
        </div>
        {personAct({ id, name, email })}
      </li>
    );
  };

  return (
    <>
      <SearchField label={label} value={q} onSearch={setQ} />
      {query.isError ? <RefusalNotice error={query.error} /> : null}
      <p role="status" hidden={!isNothing}>
        {isNothing ? t('webapps.access.nothingFound') : null}
      </p>
      {q.trim() === '' ? null : (
        <>
          <ul className={`${rows.rows} ${styles.found}`} hidden={shown.length === 0}>
            {shown.map(row)}
          </ul>
          <MoreRows query={query} />
        </>
      )}
    </>
  );
}
