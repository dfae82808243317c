import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../design/minutes-and-seconds.ts';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { useCountdown } from './use-countdown.ts';

/** A letter takes a moment, and the server sends one a minute. */
const PATIENCE_SECONDS = 60;

interface Props {
  readonly send: () => Promise<void>;
  readonly onSent: () => void;
}

/** Sends a new code, not sooner than the server allows; until then it counts down. */
export function Resend({ send, onSent }: Props) {
  const { t } = useTranslation();
  const { secondsLeft, restart } = useCountdown(PATIENCE_SECONDS);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: () => {
      restart(PATIENCE_SECONDS);
      onSent();
    },
    onError: (error) => {
      if (error instanceof WireError && error.retryAfterSeconds !== undefined) restart(error.retryAfterSeconds);
    },
  });
  const isWaiting = secondsLeft > 0;

  return (
    <>
      {sending.isError ? <RefusalNotice error={sending.error} /> : null}
      <div>
        <Button
          variant="outline"
          aria-disabled={isWaiting || sending.isPending}
          onClick={() => (isWaiting || sending.isPending ? undefined : sending.mutate())}
        >
          {isWaiting ? t('code.resendIn', { time: minutesAndSeconds(secondsLeft) }) : t('code.resend')}
        </Button>
      </div>
      <p role="status" hidden={!sending.isSuccess}>
        {sending.isSuccess ? t('code.resent') : null}
      </p>
    </>
  );
}
