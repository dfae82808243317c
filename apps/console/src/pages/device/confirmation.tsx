import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Icon } from '../../design/icon.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { AnotherAccount } from './another-account.tsx';
import { ConfirmedCode } from './confirmed-code.tsx';
import styles from './device.module.css';
import type { DeviceEnd } from './device-ending.tsx';
import { codeEnd, type TerminalRequest } from './examine-code.ts';
import { RequestFacts } from './request-facts.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

interface Props {
  readonly request: TerminalRequest;
  readonly deadline: Date;
  readonly onEnd: (end: DeviceEnd) => void;
}

/** What a terminal asks for, and the two answers to it, neither of which is suggested. */
export function Confirmation({ request, deadline, onEnd }: Props) {
  const { t } = useTranslation();
  const { user_code } = request;
  const secondsLeft = useSecondsLeft(deadline, () => onEnd('expired'));

  const decision = useMutation({
    mutationFn: (answer: 'approve' | 'deny') =>
      client.call(`POST /openapi/v1/oauth/device/${answer}`, { body: { user_code } }),
    onSuccess: ({ status }) => onEnd(status),
    onError: (error) => {
      const end = codeEnd(error);
      if (end !== undefined) onEnd(end);
    },
  });

  const answerButton = (answer: 'approve' | 'deny') => ({
    variant: 'outline',
    pending: decision.isPending,
    onClick: () => decision.mutate(answer),
  });

  return (
    <div className={forms.stack}>
      <Heading title={t('device.confirmTitle')} lead={t('device.confirmLead')} />
      <ConfirmedCode code={user_code} secondsLeft={secondsLeft} />
      <RequestFacts
        request={request}
        may={request.scopes.map((scope) =>
          scope === 'full' ? <span key={scope}>{t('device.scopeFull')}</span> : <code key={scope}>{scope}</code>,
        )}
        asWhom={
          <>
            <strong>{request.subject_email}</strong>
            <AnotherAccount code={user_code} />
          </>
        }
      />
      {decision.isError ? <RefusalNotice error={decision.error} /> : null}
      <div className={styles.answers}>
        <ActButton {...answerButton('approve')} leftSection={<Icon name="done" />}>
          {t('device.approve')}
        </ActButton>
        <ActButton {...answerButton('deny')} color="danger" leftSection={<Icon name="refused" />}>
          {t('device.deny')}
        </ActButton>
      </div>
    </div>
  );
}
