import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { News } from '../../../design/news.tsx';
import { Notice } from '../../../design/notice.tsx';
import { LettersSection } from './letters-section.tsx';
import { mailQuery } from './mail-query.ts';
import { MailServerSection } from './mail-server-section.tsx';
import { TestLetter } from './test-letter.tsx';

/** The mail server, and what became of every letter. */
export function MailPage() {
  const { t } = useTranslation();
  const mail = useSuspenseQuery(mailQuery).data;
  const [news, setNews] = useState<string | null>(null);
  return (
    <>
      <PageHead title={t('admin.mail.title')} lead={t('admin.mail.lead')} />
      <News text={news} />
      {mail.source === 'none' ? (
        <Notice tone="attention" title={t('admin.mail.withoutTitle')}>
          <p>{t('admin.mail.withoutText')}</p>
          <p>{t('admin.mail.withoutHow')}</p>
        </Notice>
      ) : null}
      <LettersSection onNews={setNews} />
      <MailServerSection mail={mail} onNews={setNews} />
      {mail.source === 'none' ? null : <TestLetter />}
    </>
  );
}
