import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Skeletons } from '../design/skeletons.tsx';
import { currentPath } from '../session/current-path.ts';
import { wayOut } from '../session/way-out.ts';
import styles from './loaded.module.css';
import { AdminRefusal } from './refusal.tsx';

/** Stands in for a page of the administration that could not be shown; the way to the other pages stays. */
export function AdminFailure({ error }: Pick<ErrorComponentProps, 'error'>) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  // The person is being led to the sign-in page.
  if (wayOut(error, currentPath()) !== undefined) return <Skeletons label={t('frame.loading')} />;
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles.failed}>
      <AdminRefusal error={error} />
      <Button onClick={again}>{t('frame.tryAgain')}</Button>
    </div>
  );
}
