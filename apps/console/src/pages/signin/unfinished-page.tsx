import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { unfinishedSignInQuery } from '../../session/unfinished-sign-in.ts';
import { OneTimePassword } from './one-time-password.tsx';
import { Waiting } from './waiting.tsx';

const route = getRouteApi('/signin/unfinished');

/** What is missing before somebody who has proven who they are can go on. */
export function UnfinishedPage() {
  const search = route.useSearch();
  const signIn = useSuspenseQuery(unfinishedSignInQuery).data;
  if (signIn === null) return <Navigate to="/signin" search={search} replace />;
  const Step = signIn.step === 'new_password' ? OneTimePassword : Waiting;
  return (
    <EntranceFrame>
      <Step key={signIn.step} signIn={signIn} redirectUrl={search.redirect_url} />
    </EntranceFrame>
  );
}
