import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { News } from '../../../design/news.tsx';
import { AdministratorsSection } from './administrators-section.tsx';
import { ApiKeysSection } from './api-keys-section.tsx';
import { OwnPassword } from './own-password.tsx';

/** Who may open these pages, and which scripts may do what they do. */
export function AdministratorsPage() {
  const { t } = useTranslation();
  const [news, setNews] = useState<string | null>(null);
  return (
    <>
      <PageHead title={t('admin.administrators.title')} lead={t('admin.administrators.lead')} />
      <News text={news} />
      <AdministratorsSection onNews={setNews} />
      <ApiKeysSection onNews={setNews} />
      <OwnPassword />
    </>
  );
}
