import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeletons } from '../design/skeletons.tsx';
import styles from './loaded.module.css';
import { AdminRefusal } from './refusal.tsx';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** What a query answers; until then its outline, and what went wrong with a way to try again. */
export function Loaded<T>({ query, children }: Props<T>) {
  const { t } = useTranslation();
  const { data, isError, error, isFetching, refetch } = query;
  return (
    <>
      {isError ? (
        <div className={styles.failed}>
          <AdminRefusal error={error} />
          <Button variant="outline" disabled={isFetching} onClick={() => void refetch()}>
            {t('frame.tryAgain')}
          </Button>
        </div>
      ) : null}
      {data === undefined ? null : children(data)}
      {data === undefined && !isError ? <Skeletons label={t('frame.loading')} /> : null}
    </>
  );
}
