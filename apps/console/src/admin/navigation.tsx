import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './navigation.module.css';

const GROUPS = [
  [{ to: '/admin', word: 'overview' }],
  [
    { to: '/admin/methods', word: 'methods' },
    { to: '/admin/sso', word: 'sso' },
  ],
  [
    { to: '/admin/members', word: 'members' },
    { to: '/admin/invitations', word: 'invitations' },
    { to: '/admin/workspaces', word: 'workspaces' },
    { to: '/admin/administrators', word: 'administrators' },
  ],
  [
    { to: '/admin/webapps', word: 'webapps' },
    { to: '/admin/groups', word: 'groups' },
    { to: '/admin/external-users', word: 'externalUsers' },
  ],
  [
    { to: '/admin/mail', word: 'mail' },
    { to: '/admin/attempts', word: 'attempts' },
    { to: '/admin/audit', word: 'audit' },
    { to: '/admin/settings', word: 'settings' },
  ],
] as const;

/** The pages of the administration; on a narrow screen behind a button. */
export function Navigation() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  // Open on one page, it is closed on the next.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === pathname;

  return (
    <nav className={styles.nav} aria-label={t('frame.navigation')}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls="admin-pages"
        onClick={() => setOpenOn(open ? null : pathname)}
      >
        {t('admin.frame.pages')}
        <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      <div id="admin-pages" className={styles.groups} data-open={open}>
        {GROUPS.map((group) => (
          <ul key={group[0].to}>
            {group.map(({ to, word }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/admin', includeSearch: false }}>
                  {t(`admin.nav.${word}`)}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}
