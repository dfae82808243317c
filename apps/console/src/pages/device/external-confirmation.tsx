import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Icon } from '../../design/icon.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { approveExternally, fetchExternalApproval } from './approve-externally.ts';
import { ConfirmedCode } from './confirmed-code.tsx';
import type { TerminalRequest } from './examine-code.ts';
import { RequestFacts } from './request-facts.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

interface Props {
  readonly onApproved: () => void;
  readonly onAnotherCode: () => void;
}

/** Somebody without an account comes back from their provider, and decides about the terminal. */
export function ExternalConfirmation({ onApproved, onAnotherCode }: Props) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const approval = useQuery({
    queryKey: ['device', 'external'],
    queryFn: fetchExternalApproval,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    throwOnError: true,
  });
  if (isOver || approval.data === null) {
    return (
      <Outcome
        tone="waiting"
        title={t('device.externalOverTitle')}
        actions={<Button onClick={onAnotherCode}>{t('device.anotherCode')}</Button>}
      >
        <p>{t('device.externalOverText')}</p>
        <p>
          <code>difyctl auth login</code>
        </p>
      </Outcome>
    );
  }
  if (approval.data === undefined) return <Skeletons label={t('device.checking')} />;
  return <Decision request={approval.data} onApproved={onApproved} onOver={() => setOver(true)} />;
}

interface DecisionProps {
  readonly request: TerminalRequest;
  readonly onApproved: () => void;
  readonly onOver: () => void;
}

function Decision({ request, onApproved, onOver }: DecisionProps) {
  const { t } = useTranslation();
  const secondsLeft = useSecondsLeft(new Date(request.expires_at), onOver);
  const approving = useMutation({ mutationFn: () => approveExternally(request), onSuccess: onApproved });
  return (
    <div className={forms.stack}>
      <Heading title={t('device.externalTitle')} lead={t('device.externalLead')} />
      <ConfirmedCode code={request.user_code} secondsLeft={secondsLeft} />
      <RequestFacts
        isExternal
        request={request}
        may={<span>{t('device.mayExternal')}</span>}
        asWhom={
          <>
            <strong>{request.subject_email}</strong>
            <span>
              {t('device.vouchedBy')} {request.subject_issuer}
            </span>
          </>
        }
      />
      {approving.isError ? <RefusalNotice error={approving.error} /> : null}
      <ActButton
        variant="outline"
        fullWidth
        pending={approving.isPending}
        leftSection={<Icon name="done" />}
        onClick={() => approving.mutate()}
      >
        {t('device.approve')}
      </ActButton>
    </div>
  );
}
