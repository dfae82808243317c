import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { currentPath } from '../session/current-path.ts';
import { type Account, profileQuery } from '../session/profile.ts';
import { signInPath } from '../session/sign-in-path.ts';
import { signOut } from '../session/sign-out.ts';
import { Footer } from './footer.tsx';
import { Mark } from './mark.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import styles from './room-frame.module.css';
import { Skeletons } from './skeletons.tsx';

/** The frame of pages for somebody who is signed in; when their session ends elsewhere, it leads back through sign-in. */
export function RoomFrame({ children }: { readonly children: (account: Account) => ReactNode }) {
  const { t } = useTranslation();
  const account = useSuspenseQuery(profileQuery).data;
  const leaving = useMutation({ mutationFn: () => signOut('/signin') });

  useEffect(() => {
    if (account === null) location.assign(signInPath(currentPath()));
  }, [account]);

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.sign} activeProps={{}}>
          <Mark size={24} />
          <span>Latchkey</span>
        </Link>
        <nav className={styles.pages} aria-label={t('frame.navigation')}>
          <Link to="/" activeOptions={{ exact: true }}>
            {t('frame.home')}
          </Link>
          <Link to="/webapps">{t('frame.webApps')}</Link>
          <Link to="/members">{t('frame.members')}</Link>
          <Link to="/account">{t('frame.account')}</Link>
        </nav>
        <button type="button" className={styles.signOut} onClick={() => leaving.mutate()} disabled={leaving.isPending}>
          {t('frame.signOut')}
        </button>
      </header>
      <main id="content" className={styles.column} tabIndex={-1}>
        {leaving.isError ? <RefusalNotice error={leaving.error} /> : null}
        {account === null ? <Skeletons label={t('frame.loading')} /> : children(account)}
      </main>
      <Footer />
    </div>
  );
}
