import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { profileQuery } from '../../session/profile.ts';
import { SignInMethods } from './sign-in-methods.tsx';
import { useReturn } from './use-return.ts';

const route = getRouteApi('/signin');

export function SignInPage() {
  const account = useQuery(profileQuery).data;
  const { redirect_url, ...refusal } = route.useSearch();
  const comeBack = useReturn(redirect_url);

  // Also once somebody signs in on another tab of this browser.
  useEffect(() => {
    if (account) comeBack();
  }, [account, comeBack]);

  return (
    <EntranceFrame>
      <SignInMethods redirectUrl={redirect_url} refusal={refusal} />
    </EntranceFrame>
  );
}
