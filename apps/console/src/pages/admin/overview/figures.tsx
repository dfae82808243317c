import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './overview.module.css';
import type { Overview } from './overview-query.ts';

/** The instance in numbers. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const { accounts, workspaces, sessions, letters_waiting } = overview;
  return (
    <dl className={styles.figures}>
      <Figure
        name={t('admin.overview.accounts')}
        value={accounts.active}
        note={
          <Link to="/admin/members">
            {t('admin.overview.accountsNote', { pending: accounts.pending, banned: accounts.banned })}
          </Link>
        }
      />
      <Figure
        name={t('admin.overview.workspaces')}
        value={workspaces}
        note={<Link to="/admin/workspaces">{t('admin.overview.toWorkspaces')}</Link>}
      />
      <Figure
        name={t('admin.overview.sessions')}
        value={sessions.browser + sessions.terminal}
        note={t('admin.overview.sessionsNote', sessions)}
      />
      <Figure
        name={t('admin.overview.letters')}
        value={letters_waiting}
        note={
          <Link to="/admin/mail" search={{ status: 'waiting' }}>
            {t('admin.overview.toLetters')}
          </Link>
        }
      />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly note: ReactNode;
}

function Figure({ name, value, note }: FigureProps) {
  const { i18n } = useTranslation();
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={styles.value}>{new Intl.NumberFormat(i18n.language).format(value)}</dd>
      <dd className={styles.note}>{note}</dd>
    </div>
  );
}
