import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';

export function DeletedPage() {
  const { t } = useTranslation();
  return (
    <EntranceFrame>
      <Outcome
        tone="done"
        title={t('deletion.doneTitle')}
        actions={<LinkButton to="/signin">{t('deletion.toSignIn')}</LinkButton>}
      >
        <p>{t('deletion.doneText')}</p>
      </Outcome>
    </EntranceFrame>
  );
}
