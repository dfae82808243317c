import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Outcome } from '../../design/outcome.tsx';

export type DeviceEnd = 'approved' | 'denied' | 'expired' | 'used';

interface Props {
  readonly end: DeviceEnd;
  readonly onAnotherCode: () => void;
}

const TONES = { approved: 'done', denied: 'refused', expired: 'waiting', used: 'waiting' } as const;

/** How a code ended, and what the person does now. */
export function DeviceEnding({ end, onAnotherCode }: Props) {
  const { t } = useTranslation();
  const open = end === 'approved' || end === 'denied';
  return (
    <Outcome
      key={end}
      tone={TONES[end]}
      title={t(`device.${end}Title`)}
      actions={
        open ? (
          <Link to="/account" hash="sessions">
            {t('device.seeSessions')}
          </Link>
        ) : (
          <Button onClick={onAnotherCode}>{t('device.anotherCode')}</Button>
        )
      }
    >
      <p>{t(`device.${end}Text`)}</p>
      {open ? null : (
        <p>
          <code>difyctl auth login</code>
        </p>
      )}
    </Outcome>
  );
}
