import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outcome } from '../../design/outcome.tsx';
import { Reference } from '../../design/reference.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { useRefusal } from '../../design/use-refusal.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { Confirmation } from './confirmation.tsx';
import { type DeviceEnd, DeviceEnding } from './device-ending.tsx';
import { examineCode } from './examine-code.ts';
import { WayInChoice } from './way-in-choice.tsx';

interface Props {
  readonly code: string;
  readonly onEnd: (end: DeviceEnd) => void;
}

/** Finds out what a code stands for, and shows it to the person who decides. */
export function CodeExamination({ code, onEnd }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const examination = useQuery({
    queryKey: ['device', code],
    queryFn: () => examineCode(code),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const examined = examination.data;
  const signedOut = examined?.kind === 'signed_out';

  const { webapp_auth: webapps } = useSuspenseQuery(systemFeaturesQuery).data;
  const mayBeExternal = webapps.allow_sso && webapps.sso_config.protocol !== '';
  const leavesToSignIn = signedOut && !mayBeExternal;

  useEffect(() => {
    const search = { redirect_url: `/device?user_code=${code}` };
    if (leavesToSignIn) void navigate({ to: '/signin', search, replace: true });
  }, [leavesToSignIn, code, navigate]);

  if (examination.isError) {
    return <Unverified error={examination.error} onAgain={() => void examination.refetch()} />;
  }
  if (signedOut && mayBeExternal) return <WayInChoice code={code} />;
  if (examined === undefined || examined.kind === 'signed_out') return <Skeletons label={t('device.checking')} />;
  if (examined.kind === 'pending') {
    return <Confirmation request={examined.request} deadline={examined.deadline} onEnd={onEnd} />;
  }
  return <DeviceEnding end={examined.kind} onAnotherCode={() => void navigate({ to: '/device', search: {} })} />;
}

function Unverified({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const { text, retry, reference } = useRefusal()(error);
  const tooMany = error instanceof WireError && error.status === 429;
  return (
    <Outcome
      tone="attention"
      title={t(tooMany ? 'device.manyTitle' : 'device.unverifiedTitle')}
      actions={<Button onClick={onAgain}>{t('frame.tryAgain')}</Button>}
    >
      <p>{tooMany ? t('device.manyText') : text}</p>
      <p>{tooMany ? retry : t('device.unverifiedText')}</p>
      <Reference value={reference} />
    </Outcome>
  );
}
