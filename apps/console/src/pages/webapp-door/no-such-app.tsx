import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Outcome } from '../../design/outcome.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';

export function NoSuchApp() {
  const { t } = useTranslation();
  return (
    <Outcome tone="refused" title={t('door.noneTitle')} actions={<Link to="/">{t('door.home')}</Link>}>
      <p>{t('door.noneText')}</p>
      <WhomToAsk />
    </Outcome>
  );
}
