import { ACCOUNT_STATUSES } from '@latchkey/contract/vocabulary';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../../../admin/filter-select.tsx';
import type { FilterChanges, Filters } from '../../../admin/filters.ts';
import toolbar from '../../../admin/toolbar.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import type { AccountFilter } from './accounts-query.ts';

interface Props {
  readonly filters: Filters<AccountFilter>;
  readonly onChange: (changes: FilterChanges<AccountFilter>) => void;
}

export function MembersFilters({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const search = useCallback((q: string) => onChange({ q }), [onChange]);
  return (
    <search className={toolbar.bar}>
      <SearchField
        label={t('admin.members.find')}
        placeholder={t('admin.members.findHint')}
        value={filters.q ?? ''}
        onSearch={search}
      />
      <FilterSelect
        label={t('admin.members.status')}
        all={t('admin.members.everyStatus')}
        options={ACCOUNT_STATUSES.map((status) => ({ value: status, label: t(`admin.status.${status}`) }))}
        value={filters.status}
        onChange={(status) => onChange({ status })}
      />
      <FilterSelect
        label={t('admin.members.workspaces')}
        all={t('admin.members.withOrWithout')}
        options={[{ value: 'true', label: t('admin.members.without') }]}
        value={filters.without_workspace}
        onChange={(without_workspace) => onChange({ without_workspace })}
      />
    </search>
  );
}
