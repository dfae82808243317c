import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Outcome } from '../../design/outcome.tsx';

/** `approved_external`: by somebody without an account, who has no sessions to see here. */
export type DeviceEnd = 'approved' | 'approved_external' | 'denied' | 'expired' | 'used';

interface Props {
  readonly end: DeviceEnd;
  readonly onAnotherCode: () => void;
}

const TONES = {
  approved: 'done',
  denied: 'refused',
  expired: 'waiting',
  used: 'waiting',
} as const;

/** How a code ended, and what the person does now. */
export function DeviceEnding({ end, onAnotherCode }: Props) {
  const { t } = useTranslation();
  if (end === 'approved_external') {
    return (
      <Outcome tone="done" title={t('device.approvedTitle')}>
        <p>{t('device.approvedText')}</p>
      </Outcome>
    );
  }
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
