import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { News } from '../../design/news.tsx';
import { Section } from '../../design/section.tsx';
import { AddressCondition } from './address-condition.tsx';
import { LinkCondition } from './link-condition.tsx';
import { PassphraseCondition } from './passphrase-condition.tsx';
import type { WebApp } from './webapps-query.ts';

interface Props {
  readonly app: WebApp;
  readonly timeZone: string;
}

/** What an app asks for on top of its access mode: a passphrase, an address, a link. */
export function ConditionsSection({ app, timeZone }: Props) {
  const { t } = useTranslation();
  const [news, setNews] = useState<string | null>(null);
  const saved = (count: number) => setNews(t('webapps.savedEnded', { count }));
  return (
    <Section title={t('webapps.conditions.title')} lead={t('webapps.conditions.lead')}>
      <News text={news} />
      <PassphraseCondition app={app} onSaved={saved} />
      <AddressCondition key={app.conditions.address_ranges.join()} app={app} onSaved={saved} />
      <LinkCondition app={app} timeZone={timeZone} onSaved={saved} onNews={setNews} />
    </Section>
  );
}
