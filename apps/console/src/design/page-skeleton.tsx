import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DoorFrame } from './door-frame.tsx';
import { Skeletons } from './skeletons.tsx';

/** Shown while a page is on its way. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <DoorFrame>
      <VisuallyHidden component="h1">{t('frame.loading')}</VisuallyHidden>
      <Skeletons label={t('frame.loading')} />
    </DoorFrame>
  );
}
