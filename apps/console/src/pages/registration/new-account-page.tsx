import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { keptProof } from '../../session/mail-proof.ts';
import { StartAgain } from '../mail-code/start-again.tsx';
import { useFollow } from '../signin/use-follow.ts';
import { NewAccountForm } from './new-account-form.tsx';
import { register } from './register.ts';

const route = getRouteApi('/signup/set-password');

/** The last step: a name and a password; it ends signed in, or waiting for an invitation. */
export function NewAccountPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const follow = useFollow(search.redirect_url);
  const proof = keptProof('registration_proven');
  const back = { to: '/signup', search } as const;

  return (
    <EntranceFrame>
      {proof === undefined ? (
        <StartAgain back={back} />
      ) : (
        <div className={forms.stack}>
          <Heading
            title={t('registration.accountTitle')}
            lead={t('registration.accountLead', { email: proof.email })}
          />
          <NewAccountForm
            email={proof.email}
            create={async (account) => follow(await register(proof.token, account))}
            back={back}
          />
        </div>
      )}
    </EntranceFrame>
  );
}
