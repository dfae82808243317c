import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { signOut } from '../../session/sign-out.ts';

/** The invitation is for another address than the one who is signed in has. */
export function WrongPerson({ invited, current }: { readonly invited: string; readonly current: string }) {
  const { t } = useTranslation();
  const leaving = useMutation({ mutationFn: () => signOut('/activate') });
  const actions = (
    <>
      <ActButton pending={leaving.isPending} onClick={() => leaving.mutate()}>
        {t('invitation.switchPerson')}
      </ActButton>
      <Link to="/">{t('invitation.stay')}</Link>
    </>
  );
  return (
    <Outcome tone="refused" title={t('invitation.wrongTitle')} actions={actions}>
      <p>{t('invitation.wrongText', { invited, current })}</p>
      {leaving.isError ? <RefusalNotice error={leaving.error} /> : null}
    </Outcome>
  );
}
