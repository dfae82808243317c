import { useTranslation } from 'react-i18next';
import { Skeletons } from '../design/skeletons.tsx';

/** The outline of a page of the administration that is on its way. */
export function AdminPending() {
  const { t } = useTranslation();
  return <Skeletons label={t('frame.loading')} />;
}
