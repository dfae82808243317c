import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DoorFrame } from '../design/door-frame.tsx';
import { Outcome } from '../design/outcome.tsx';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <DoorFrame>
      <Outcome tone="attention" title={t('missing.title')} actions={<Link to="/">{t('missing.home')}</Link>}>
        <p>{t('missing.text')}</p>
      </Outcome>
    </DoorFrame>
  );
}
