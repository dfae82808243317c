import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Time } from '../../design/time.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { client } from '../../session/client.ts';
import { type UnfinishedSignIn, unfinishedSignInQuery } from '../../session/unfinished-sign-in.ts';
import styles from './signin.module.css';

const LONGEST_MESSAGE = 500;

/** Asks the administrators for an invitation, and shows how the request stands. */
export function AccessRequest({ request }: { readonly request: UnfinishedSignIn['access_request'] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [message, setMessage] = useState(request?.message ?? '');
  const asking = useMutation({
    mutationFn: () => client.call('POST /console/api/access-request', { body: { message: message.trim() } }),
    onSuccess: () => queryClient.invalidateQueries(unfinishedSignInQuery),
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!asking.isPending) asking.mutate();
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {asking.isError ? <RefusalNotice error={asking.error} /> : null}
      {request?.status === 'declined' ? (
        <Notice tone="attention" title={t('unfinished.declinedTitle')} announces={request.created_at}>
          <p>{t('unfinished.declinedText')}</p>
          <WhomToAsk />
        </Notice>
      ) : null}
      {request?.status === 'open' ? (
        <div className={styles.asked} role="status">
          <strong>
            {t('unfinished.asked')} <Time at={new Date(request.created_at)} />
          </strong>
          <span>{t('unfinished.askedText')}</span>
          {request.message === '' ? null : <blockquote>{request.message}</blockquote>}
        </div>
      ) : null}
      <Textarea
        label={t('unfinished.message')}
        description={t('unfinished.messageHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <ActButton
        type="submit"
        fullWidth
        variant={request?.status === 'open' ? 'outline' : 'filled'}
        pending={asking.isPending}
      >
        {t(request?.status === 'open' ? 'unfinished.askDifferently' : 'unfinished.ask')}
      </ActButton>
    </form>
  );
}
