import { LETTER_KINDS, LETTER_STATUSES } from '@latchkey/contract/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../../../admin/filter-select.tsx';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import toolbar from '../../../admin/toolbar.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import { Section } from '../../../design/section.tsx';
import { LetterDrawer } from './letter-drawer.tsx';
import { LettersTable } from './letters-table.tsx';
import { type Letter, type LetterFilter, lettersQuery } from './mail-query.ts';

const route = getRouteApi('/administration/admin/mail');

/** Every letter of the last thirty days, and what became of it. */
export function LettersSection({ onNews }: { readonly onNews: (news: string) => void }) {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(lettersQuery(filters));
  const [reading, setReading] = useState<Letter | null>(null);

  const change = useCallback(
    (changes: FilterChanges<LetterFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <Section title={t('admin.letters.title')} lead={t('admin.letters.lead')}>
      <search className={toolbar.bar}>
        <SearchField label={t('admin.letters.find')} value={filters.q ?? ''} onSearch={search} />
        <FilterSelect
          label={t('admin.members.status')}
          all={t('admin.members.everyStatus')}
          options={LETTER_STATUSES.map((status) => ({ value: status, label: t(`admin.letters.status.${status}`) }))}
          value={filters.status}
          onChange={(status) => change({ status })}
        />
        <FilterSelect
          label={t('admin.letters.about')}
          all={t('admin.letters.everyKind')}
          options={LETTER_KINDS.map((kind) => ({ value: kind, label: t(`admin.letters.kind.${kind}`) }))}
          value={filters.kind}
          onChange={(kind) => change({ kind })}
        />
      </search>
      <Loaded query={query}>
        {(page) => (
          <LettersTable
            page={page}
            isFiltered={Boolean(filters.q || filters.status || filters.kind)}
            isStale={query.isPlaceholderData}
            onChange={change}
            onRead={setReading}
          />
        )}
      </Loaded>
      {reading === null ? null : (
        <LetterDrawer
          letter={reading}
          onNews={(news) => {
            setReading(null);
            onNews(news);
          }}
          onClose={() => setReading(null)}
        />
      )}
    </Section>
  );
}
