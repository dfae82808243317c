import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { profileQuery } from '../../session/profile.ts';
import type { SignInResult } from '../../session/sign-in.ts';
import { forget } from '../../session/tab-memory.ts';
import { unfinishedSignInQuery } from '../../session/unfinished-sign-in.ts';
import { useReturn } from './use-return.ts';

/** Goes where a sign-in leads: back to where the person came from, or to what is still missing. */
export function useFollow(redirectUrl: string | undefined): (result: SignInResult) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const comeBack = useReturn(redirectUrl);

  return useCallback(
    async (result) => {
      const search = redirectUrl === undefined ? {} : { redirect_url: redirectUrl };
      switch (result.kind) {
        case 'signed_in':
          forget('email', 'sign_in', 'registration', 'registration_proven', 'new_password', 'new_password_proven');
          queryClient.setQueryData(profileQuery.queryKey, result.account);
          return comeBack();
        case 'unfinished':
          await queryClient.invalidateQueries(unfinishedSignInQuery);
          return navigate({ to: '/signin/unfinished', search, replace: true });
        case 'cookies_lost':
          return navigate({ to: '/signin/cookies', search, replace: true });
      }
    },
    [queryClient, navigate, comeBack, redirectUrl],
  );
}
