import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { type GivenRole, RoleField } from '../../../admin/role-field.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import rows from '../../../design/rows.module.css';
import { useMembership } from './use-membership.ts';
import type { OneWorkspace } from './workspaces-query.ts';

const SHOWN = 10;

interface Props {
  readonly workspace: OneWorkspace;
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** Puts somebody who has an account into the workspace, without asking them. */
export function AddMember({ workspace, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [role, setRole] = useState<GivenRole>('normal');
  const { data } = useQuery({
    queryKey: ['admin', 'accounts', 'choice', q],
    queryFn: () => adminClient.call('GET /admin-api/v1/accounts', { query: { q, status: 'active', limit: SHOWN } }),
    placeholderData: keepPreviousData,
    enabled: q.trim().length > 1,
  });
  const found = q.trim().length > 1 ? (data?.data ?? []) : [];
  const adding = useMembership(workspace.id, ({ accountId }) => {
    const name = found.find(({ id }) => id === accountId)?.name ?? '';
    onDone(t('admin.workspaces.added', { name, workspace: workspace.name }));
  });

  return (
    <Drawer
      title={t('admin.workspaces.addTitle', { workspace: workspace.name })}
      lead={t('admin.workspaces.addLead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      {adding.isError ? <AdminRefusal error={adding.error} /> : null}
      <div className={forms.form}>
        <RoleField label={t('admin.invite.role')} value={role} onChange={setRole} />
        <TextInput
          type="search"
          label={t('admin.members.find')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      </div>
      {data !== undefined && q.trim().length > 1 && found.length === 0 ? (
        <p role="status">{t('admin.workspaces.nobodyFound')}</p>
      ) : null}
      <ul className={rows.rows} hidden={found.length === 0}>
        {found.map(({ id, name, email }) => (
          <li key={id}>
            <div className={rows.what}>
              <span className={rows.name}>{name}</span>
              <span className={rows.facts}>{email}</span>
            </div>
            <ActButton
              variant="outline"
              aria-label={t('admin.workspaces.addNamed', { name })}
              pending={adding.isPending && adding.variables.accountId === id}
              onClick={() => adding.mutate({ kind: 'role', accountId: id, role })}
            >
              {t('admin.workspaces.addOne')}
            </ActButton>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
