import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { currentPath } from '../session/current-path.ts';
import { NoAnswer } from '../session/no-answer.ts';
import { wayOut } from '../session/way-out.ts';
import { DoorFrame } from './door-frame.tsx';
import { Outcome } from './outcome.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { Reference } from './reference.tsx';
import { useRefusal } from './use-refusal.ts';

/** Stands in for a page that could not be shown: the server is away, it refused, or the page has a fault. */
export function FailurePage({ error }: Pick<ErrorComponentProps, 'error'>) {
  // The person is being led elsewhere.
  if (wayOut(error, currentPath()) !== undefined) return <PageSkeleton />;
  return <DoorFrame>{error instanceof NoAnswer ? <Unreachable /> : <Refused error={error} />}</DoorFrame>;
}

function Unreachable() {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const offline = !navigator.onLine;

  const again = useCallback(() => {
    reset();
    void router.invalidate();
  }, [reset, router]);

  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [again]);

  return (
    <Outcome
      tone="attention"
      title={t(offline ? 'failure.offlineTitle' : 'failure.unreachableTitle')}
      actions={<Button onClick={again}>{t('frame.tryAgain')}</Button>}
    >
      <p>{t(offline ? 'failure.offlineText' : 'failure.unreachableText')}</p>
    </Outcome>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const { text, reference } = useRefusal()(error);
  return (
    <Outcome
      tone="refused"
      title={t(error instanceof WireError ? 'failure.refusedTitle' : 'failure.brokenTitle')}
      actions={<Button onClick={() => location.reload()}>{t('failure.reload')}</Button>}
    >
      <p>{text}</p>
      <Reference value={reference} />
    </Outcome>
  );
}
