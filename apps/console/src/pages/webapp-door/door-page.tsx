import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { SignInMethods } from '../signin/sign-in-methods.tsx';
import { type Door, doorQuery } from './door-query.ts';
import { DoorRefused, isDoorReason } from './door-refused.tsx';
import { appIn, type DoorSearch, entranceIn, referenceIn } from './door-search.ts';
import { ExternalDoor } from './external-door.tsx';
import { NoSuchApp } from './no-such-app.tsx';
import { PassphraseDoor } from './passphrase-door.tsx';
import { SignInDoor } from './sign-in-door.tsx';

const route = getRouteApi('/webapp-signin');

/** The page in front of a WebApp: asks somebody to sign in, or for the passphrase, or says why they are not let in. */
export function DoorPage() {
  const search = route.useSearch();
  const code = appIn(search);
  return (
    <EntranceFrame>
      {code === undefined ? (
        <SignInMethods redirectUrl={search.redirect_url} />
      ) : (
        <AppDoor key={`${code} ${search.reason} ${search.code}`} code={code} search={search} />
      )}
    </EntranceFrame>
  );
}

export interface Refused {
  readonly reason: string | undefined;
  readonly reference: string | undefined;
}

function AppDoor({ code, search }: { readonly code: string; readonly search: DoorSearch }) {
  const door = useSuspenseQuery(doorQuery(code)).data;
  const reference = referenceIn(search);
  const [refused, setRefused] = useState<Refused>({ reason: search.reason ?? search.code, reference });
  if (door === null || refused.reason === 'webapp_not_found') return <NoSuchApp />;
  const { redirect_url: redirectUrl } = search;
  const entrance = entranceIn(redirectUrl);
  const isBack = search.code !== undefined && !isDoorReason(search.code);
  switch (isBack ? firstStep(door) : (refused.reason ?? firstStep(door))) {
    case 'sign_in_needed':
      return <SignInDoor door={door} redirectUrl={redirectUrl} />;
    case 'external_sign_in_needed':
      return <ExternalDoor door={door} redirectUrl={redirectUrl} refused={isBack ? refused : undefined} />;
    case 'passphrase_needed':
      return entrance === undefined ? (
        <DoorRefused door={door} refused={refused} />
      ) : (
        <PassphraseDoor door={door} entrance={entrance} onRefused={setRefused} />
      );
    default:
      return <DoorRefused door={door} refused={refused} />;
  }
}

/** What an app asks somebody who came without being sent by the gate. */
function firstStep({ access_mode }: Door) {
  return access_mode === 'sso_verified' ? 'external_sign_in_needed' : 'sign_in_needed';
}
