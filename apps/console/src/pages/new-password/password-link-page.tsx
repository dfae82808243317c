import { WireError } from '@latchkey/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { Reference } from '../../design/reference.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { ChoosePasswordForm } from '../../password/choose-password-form.tsx';
import { client } from '../../session/client.ts';
import { forget, keep, kept } from '../../session/tab-memory.ts';
import { PasswordIsSet } from './password-is-set.tsx';

/** The page of the link that an administrator's letter brings. */
export function PasswordLinkPage() {
  const [token] = useState(() => kept('password_link'));
  return <EntranceFrame>{token === undefined ? <LinkIsOver /> : <PasswordLink token={token} />}</EntranceFrame>;
}

function PasswordLink({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [isSet, setIsSet] = useState(false);
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => client.call('POST /console/api/password-link', { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    throwOnError: (error) => !isOver(error),
  });

  if (isSet) return <PasswordIsSet search={{}} />;
  if (isOver(link.error)) return <LinkIsOver error={link.error} />;
  if (link.data === undefined) return <Skeletons label={t('frame.loading')} />;
  const { email } = link.data;

  const set = async (new_password: string) => {
    await client.call('POST /console/api/password-link/password', { body: { token, new_password } });
    forget('password_link');
    keep('email', email);
    setIsSet(true);
  };

  return (
    <div className={forms.stack}>
      <Heading title={t('newPassword.title')} lead={t('newPassword.lead', { email })} />
      <ChoosePasswordForm email={email} submit={t('newPassword.submit')} rule="length" set={set} />
    </div>
  );
}

function LinkIsOver({ error }: { readonly error?: Error | null }) {
  const { t } = useTranslation();
  return (
    <Outcome
      tone="refused"
      title={t('newPassword.linkOverTitle')}
      actions={<LinkButton to="/reset-password">{t('newPassword.byCode')}</LinkButton>}
    >
      <p>{t('newPassword.linkOverText')}</p>
      <WhomToAsk />
      {error instanceof WireError ? <Reference value={error.reference} /> : null}
    </Outcome>
  );
}

function isOver(error: unknown): boolean {
  return error instanceof WireError && error.code === 'invalid_or_expired_token';
}
