import { ATTEMPT_METHODS } from '@latchkey/contract/vocabulary';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../admin/day-field.tsx';
import { FilterSelect } from '../../../admin/filter-select.tsx';
import type { FilterChanges, Filters } from '../../../admin/filters.ts';
import toolbar from '../../../admin/toolbar.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import { type AttemptFilter, OUTCOMES } from './attempts-query.ts';

interface Props {
  readonly filters: Filters<AttemptFilter>;
  readonly onChange: (changes: FilterChanges<AttemptFilter>) => void;
}

export function AttemptsFilters({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const search = useCallback((email: string) => onChange({ email }), [onChange]);
  return (
    <search className={toolbar.bar}>
      <SearchField label={t('admin.attempts.email')} value={filters.email ?? ''} onSearch={search} />
      <FilterSelect
        label={t('admin.attempts.outcome')}
        all={t('admin.attempts.everyOutcome')}
        options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`admin.attempts.outcomes.${outcome}`) }))}
        value={filters.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <FilterSelect
        label={t('admin.attempts.method')}
        all={t('admin.attempts.everyMethod')}
        options={ATTEMPT_METHODS.map((method) => ({ value: method, label: t(`admin.attempts.methods.${method}`) }))}
        value={filters.method}
        onChange={(method) => onChange({ method })}
      />
      <DayField label={t('admin.frame.from')} value={filters.from} onChange={(from) => onChange({ from })} />
      <DayField label={t('admin.frame.to')} value={filters.to} onChange={(to) => onChange({ to })} />
    </search>
  );
}
