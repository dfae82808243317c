import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NoAnswer } from '../session/no-answer.ts';
import { DoorFrame } from './door-frame.tsx';
import { Outcome } from './outcome.tsx';
import { Reference } from './reference.tsx';
import { useRefusal } from './use-refusal.ts';

/** Stands in for a page that could not be shown: the server is away, it refused, or the page has a fault. */
export function FailurePage({ error }: Pick<ErrorComponentProps, 'error'>) {
  return <DoorFrame>{error instanceof NoAnswer ? <Unreachable /> : <Refused error={error} />}</DoorFrame>;
}

function Unreachable() {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const offline = !navigator.onLine;

  useEffect(() => {
    const again = () => {
      reset();
      void router.invalidate();
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [reset, router]);

  const again = () => {
    reset();
    void router.invalidate();
  };
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
