import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { News } from '../../../design/news.tsx';
import { EverybodySection } from './everybody-section.tsx';
import { SettingsForm } from './settings-form.tsx';
import { settingsQuery } from './settings-query.ts';

/** What holds for the whole instance. */
export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useSuspenseQuery(settingsQuery).data;
  const [news, setNews] = useState<string | null>(null);
  return (
    <>
      <PageHead title={t('admin.settings.title')} lead={t('admin.settings.lead')} />
      <News text={news} />
      <SettingsForm settings={settings} onNews={setNews} />
      <EverybodySection />
    </>
  );
}
