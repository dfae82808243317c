import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../../design/minutes-and-seconds.ts';
import { Notice } from '../../../design/notice.tsx';
import { Time } from '../../../design/time.tsx';
import { useNow } from '../../../design/use-now.ts';
import { type Policy, policyQuery } from './policy-query.ts';

type Enforced = NonNullable<Policy['sso_enforcement']>;

/** Where an enforcement stands: confirmed, or about to revert by itself. */
export function Enforcement({ enforcement }: { readonly enforcement: Enforced }) {
  const { t } = useTranslation();
  const { started_by, started_at, reverts_at, confirmed_at } = enforcement;
  if (reverts_at !== null) return <Unconfirmed startedBy={started_by} revertsAt={new Date(reverts_at)} />;
  return (
    <Notice tone="done" title={t('admin.methods.enforcement.confirmed')}>
      <p>
        {t('admin.methods.enforcement.startedBy', { who: started_by })}{' '}
        <Time at={new Date(confirmed_at ?? started_at)} />
      </p>
    </Notice>
  );
}

const WATCH_MS = 5_000;

function Unconfirmed({ startedBy, revertsAt }: { readonly startedBy: string; readonly revertsAt: Date }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const secondsLeft = Math.ceil((revertsAt.getTime() - useNow(1_000).getTime()) / 1_000);

  // Somebody confirms it in another window, or its time is over.
  useEffect(() => {
    const timer = setInterval(() => void queryClient.invalidateQueries(policyQuery), WATCH_MS);
    return () => clearInterval(timer);
  }, [queryClient]);

  return (
    <Notice tone="attention" title={t('admin.methods.enforcement.waiting')}>
      <p>{t('admin.methods.enforcement.waitingText')}</p>
      <p role="timer">
        <strong>{t('admin.methods.enforcement.revertsIn', { time: minutesAndSeconds(secondsLeft) })}</strong>
      </p>
      <p>{t('admin.methods.enforcement.startedBy', { who: startedBy })}</p>
      <a href="/signin" target="_blank" rel="noreferrer">
        {t('admin.methods.enforcement.confirm')}
      </a>
    </Notice>
  );
}
