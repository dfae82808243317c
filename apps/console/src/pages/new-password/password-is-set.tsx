import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { kept } from '../../session/tab-memory.ts';

/** Nobody is signed in by a new password; what comes next is said. */
export function PasswordIsSet({ search }: { readonly search: { readonly redirect_url?: string } }) {
  const { t } = useTranslation();
  const next =
    kept('invitation') === undefined ? (
      <LinkButton to="/signin" search={search}>
        {t('newPassword.signIn')}
      </LinkButton>
    ) : (
      <LinkButton to="/activate">{t('newPassword.toInvitation')}</LinkButton>
    );
  return (
    <Outcome tone="done" title={t('newPassword.doneTitle')} actions={next}>
      <p>{t('newPassword.doneText')}</p>
    </Outcome>
  );
}
