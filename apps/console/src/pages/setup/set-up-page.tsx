import { WireError } from '@latchkey/sdk';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorFrame } from '../../design/door-frame.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { client } from '../../session/client.ts';
import { type FirstAccount, FirstAccountForm } from './first-account-form.tsx';
import { SecretForm } from './secret-form.tsx';
import { setUpStateQuery } from './set-up-state-query.ts';

const route = getRouteApi('/setup');

export function SetUpPage() {
  const { finished } = useSuspenseQuery(setUpStateQuery).data;
  return <DoorFrame>{finished ? <Finished /> : <FirstRun />}</DoorFrame>;
}

/** The secret first, where one is needed; then the first account. What was entered is kept in between. */
function FirstRun() {
  const { t } = useTranslation();
  const { setUpSecret } = route.useRouteContext();
  const { proven } = useSuspenseQuery(setUpStateQuery).data;
  const [account, setAccount] = useState<FirstAccount>({ name: '', email: '', password: '' });
  const [step, setStep] = useState<'secret' | 'account'>(proven ? 'account' : 'secret');

  const { mutate: prove, ...proof } = useMutation({
    mutationFn: (password: string) => client.call('POST /console/api/init', { body: { password } }),
    onSuccess: () => setStep('account'),
  });

  useEffect(() => {
    if (setUpSecret !== undefined && !proven) prove(setUpSecret);
  }, [setUpSecret, proven, prove]);

  if (isAlreadySetUp(proof.error)) return <Finished />;
  if (proof.isPending && proof.variables === setUpSecret) return <Skeletons label={t('frame.loading')} />;
  if (step === 'secret') return <SecretForm proof={proof} fromLink={setUpSecret} onSecret={prove} />;
  return <FirstAccountForm account={account} onChange={setAccount} onSecretNeeded={() => setStep('secret')} />;
}

function Finished() {
  const { t } = useTranslation();
  return (
    <Outcome tone="done" title={t('setup.doneTitle')} actions={<Link to="/signin">{t('setup.toSignIn')}</Link>}>
      <p>{t('setup.doneText')}</p>
    </Outcome>
  );
}

function isAlreadySetUp(error: unknown): boolean {
  return error instanceof WireError && error.code === 'already_setup';
}
