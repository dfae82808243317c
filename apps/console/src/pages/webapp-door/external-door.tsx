import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Notice } from '../../design/notice.tsx';
import { Reference } from '../../design/reference.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { client } from '../../session/client.ts';
import { AppHeading } from './app-heading.tsx';
import type { Refused } from './door-page.tsx';
import type { Door } from './door-query.ts';
import { DoorRefused } from './door-refused.tsx';

interface Props {
  readonly door: Door;
  readonly redirectUrl: string | undefined;
  /** Somebody comes back from their identity provider without being signed in. */
  readonly refused: Refused | undefined;
}

/** For external users, who have no account here: their identity provider says who they are. */
export function ExternalDoor({ door, redirectUrl, refused }: Props) {
  const { t } = useTranslation();
  const protocol = door.external_sso_protocol;
  const going = useMutation({
    mutationFn: (chosen: NonNullable<typeof protocol>) =>
      client.call('GET /api/enterprise/sso/{protocol}/login', {
        params: { protocol: chosen },
        query: { app_code: door.code, ...(redirectUrl !== undefined && { redirect_url: redirectUrl }) },
      }),
    onSuccess: ({ url }) => location.assign(url),
  });
  if (protocol === null) {
    return <DoorRefused door={door} refused={{ reason: 'no_sso_connection', reference: undefined }} />;
  }
  return (
    <div className={forms.stack}>
      <AppHeading door={door} title={t('door.signInTitle', { app: door.name })} lead={t('door.externalLead')} />
      {refused === undefined || going.isError ? null : (
        <Notice tone="refused" announces={refused}>
          <p>{t('door.ssoRefused')}</p>
          <WhomToAsk />
          <Reference value={refused.reference} />
        </Notice>
      )}
      {going.isError ? <RefusalNotice error={going.error} /> : null}
      <ActButton fullWidth pending={going.isPending || going.isSuccess} onClick={() => going.mutate(protocol)}>
        {t('door.withSso')}
      </ActButton>
    </div>
  );
}
