import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Footer } from '../design/footer.tsx';
import { Mark } from '../design/mark.tsx';
import { Skeletons } from '../design/skeletons.tsx';
import { adminSessionQuery } from './admin-session.ts';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { AdminRefusal } from './refusal.tsx';
import { signOutOfAdministration } from './sign-out.ts';

/** The frame of the administration, for a system administrator who is signed in to it. */
export function AdminFrame() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSuspenseQuery(adminSessionQuery).data;
  const leaving = useMutation({ mutationFn: signOutOfAdministration });
  const isUnfinished = session.must_change_password;

  useEffect(() => {
    if (isUnfinished) void navigate({ to: '/admin/signin', replace: true });
  }, [isUnfinished, navigate]);

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      <header className={styles.header}>
        <Link to="/admin" className={styles.sign}>
          <Mark size={24} />
          <span className={styles.wordmark}>Latchkey</span>
          <span className={styles.where}>{t('admin.frame.administration')}</span>
        </Link>
        <span className={styles.who} title={session.email}>
          {session.name}
        </span>
        <button type="button" className={styles.signOut} onClick={() => leaving.mutate()} disabled={leaving.isPending}>
          {t('frame.signOut')}
        </button>
      </header>
      <div className={styles.body}>
        <Navigation />
        <main id="content" className={styles.main} tabIndex={-1}>
          {leaving.isError ? <AdminRefusal error={leaving.error} /> : null}
          {isUnfinished ? <Skeletons label={t('frame.loading')} /> : <Outlet />}
        </main>
      </div>
      <Footer />
    </div>
  );
}
