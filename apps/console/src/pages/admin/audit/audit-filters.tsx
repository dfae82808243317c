import { AUDIT_ACTIONS } from '@latchkey/contract/vocabulary';
import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../admin/day-field.tsx';
import { FilterSelect } from '../../../admin/filter-select.tsx';
import type { FilterChanges, Filters } from '../../../admin/filters.ts';
import toolbar from '../../../admin/toolbar.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import { AUDIT_GROUPS } from './audit-groups.ts';
import type { AuditFilterName } from './audit-query.ts';

interface Props {
  readonly filters: Filters<AuditFilterName>;
  readonly onChange: (changes: FilterChanges<AuditFilterName>) => void;
}

export function AuditFilters({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const search = useCallback((q: string) => onChange({ q }), [onChange]);
  const narrowed = (['actor', 'subject', 'workspace'] as const).filter((name) => filters[name] !== undefined);
  return (
    <search>
      <div className={toolbar.bar}>
        <SearchField
          label={t('admin.audit.find')}
          placeholder={t('admin.audit.findHint')}
          value={filters.q ?? ''}
          onSearch={search}
        />
        <FilterSelect
          label={t('admin.audit.what')}
          all={t('admin.audit.everything')}
          options={[
            ...AUDIT_GROUPS.map((group) => ({ value: `${group}.`, label: t(`admin.actionGroup.${group}`) })),
            ...AUDIT_ACTIONS.map((action) => ({ value: action, label: `· ${t(`admin.action.${action}`)}` })),
          ]}
          value={filters.action}
          onChange={(action) => onChange({ action })}
        />
        <DayField label={t('admin.frame.from')} value={filters.from} onChange={(from) => onChange({ from })} />
        <DayField label={t('admin.frame.to')} value={filters.to} onChange={(to) => onChange({ to })} />
        {narrowed.map((name) => (
          <Button key={name} variant="outline" onClick={() => onChange({ [name]: undefined })}>
            {t(`admin.audit.only.${name}`)} ×
          </Button>
        ))}
      </div>
    </search>
  );
}
