import { NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, adminClient } from './client.ts';
import forms from './forms.module.css';

type Workspace = Answer<'GET /admin-api/v1/workspaces'>['data'][number];

const SHOWN = 200;

interface Props {
  readonly label: string;
  readonly value: string;
  /** What choosing nothing means; without it a workspace must be chosen. */
  readonly none?: string;
  readonly error?: string | undefined;
  readonly onChange: (workspaceId: string) => void;
}

/** One of the workspaces; where there are many, they are searched first. */
export function WorkspaceField({ label, value, none, error, onChange }: Props) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['admin', 'workspaces', 'choice', q],
    queryFn: () => adminClient.call('GET /admin-api/v1/workspaces', { query: { q, status: 'normal', limit: SHOWN } }),
    placeholderData: keepPreviousData,
  });
  const found = data?.data ?? [];
  const isLong = q !== '' || data?.has_more === true;

  return (
    <div className={forms.form}>
      {isLong ? (
        <TextInput
          type="search"
          label={t('admin.frame.findWorkspace')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      ) : null}
      <NativeSelect
        label={label}
        name="workspace"
        value={value}
        error={error}
        data={[{ value: '', label: none ?? t('admin.frame.chooseWorkspace') }, ...found.map(option)]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function option({ id, name, owner }: Workspace) {
  return { value: id, label: owner === null ? name : `${name} (${owner.email})` };
}
