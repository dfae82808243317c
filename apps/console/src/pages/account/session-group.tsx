import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import rows from '../../design/rows.module.css';
import styles from './account.module.css';
import type { Session } from './sessions-query.ts';

/** Past so many, the rest waits behind a button. */
const READABLE = 8;

interface Props {
  readonly title: string;
  readonly sessions: readonly Session[];
  readonly row: (session: Session) => ReactNode;
  readonly empty?: ReactNode;
}

export function SessionGroup({ title, sessions, row, empty }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? sessions : sessions.slice(0, READABLE);
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      {sessions.length === 0 ? empty : <ul className={rows.rows}>{shown.map(row)}</ul>}
      {shown.length < sessions.length ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('sessions.showAll', { count: sessions.length })}
        </Button>
      ) : null}
    </div>
  );
}
