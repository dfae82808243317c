import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import { Section } from '../../../design/section.tsx';
import { AttentionList } from './attention-list.tsx';
import { attentionQuery } from './attention-query.ts';
import { Figures } from './figures.tsx';
import { overviewQuery } from './overview-query.ts';
import { RefusalsByRule } from './refusals-by-rule.tsx';
import { SpanChoice } from './span-choice.tsx';
import { TrendChart } from './trend-chart.tsx';

const route = getRouteApi('/administration/admin');

/** How the instance is doing, and what waits for somebody. */
export function OverviewPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const overview = useQuery(overviewQuery(filters.days));
  const waiting = useQuery(attentionQuery);
  return (
    <>
      <PageHead title={t('admin.overview.title')} lead={t('admin.overview.lead')} />
      <Section title={t('admin.overview.attention')}>
        <Loaded query={waiting}>{(list) => <AttentionList list={list} />}</Loaded>
      </Section>
      <Loaded query={overview}>
        {(figures) => (
          <>
            <Figures overview={figures} />
            <Section title={t('admin.overview.trend')} lead={t('admin.overview.trendLead')}>
              <SpanChoice
                value={filters.days}
                onChange={(days) => void navigate({ search: (before) => withFilters(before, { days }), replace: true })}
              />
              <TrendChart series={figures.series} isStale={overview.isPlaceholderData} />
            </Section>
            <RefusalsByRule refusals={figures.refusals} />
          </>
        )}
      </Loaded>
    </>
  );
}
