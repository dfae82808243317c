import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { HeirField } from './heir-field.tsx';
import type { Member } from './member-query.ts';

interface Props {
  readonly member: Member;
  readonly deed: 'close' | 'delete';
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** Closes or deletes an account; what it owns goes to somebody. */
export function LeaveDrawer({ member, deed, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [heirs, setHeirs] = useState<Readonly<Record<string, string>>>({});
  const owned = member.workspaces.filter(({ role }) => role === 'owner');

  const leaving = useMutation({
    mutationFn: () => {
      const named = Object.entries(heirs).filter(([, account_id]) => account_id !== '');
      const body = { heirs: named.map(([workspace_id, account_id]) => ({ workspace_id, account_id })) };
      const request = { params: { account_id: member.id }, body };
      return deed === 'close'
        ? adminClient.call('POST /admin-api/v1/accounts/{account_id}/close', request)
        : adminClient.call('DELETE /admin-api/v1/accounts/{account_id}', request);
    },
    onSuccess: async () => {
      if (deed === 'close') onDone(t('admin.member.done.close', { name: member.name }));
      else await navigate({ to: '/admin/members' });
      await queryClient.invalidateQueries({ queryKey: ['admin'], refetchType: 'active' });
    },
  });

  return (
    <Drawer
      title={t(`admin.member.ask.${deed}`, { name: member.name })}
      lead={t(`admin.member.means.${deed}`)}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      {leaving.isError ? <AdminRefusal error={leaving.error} /> : null}
      {owned.length === 0 ? <p>{t('admin.heirs.ownsNothing')}</p> : <p>{t('admin.heirs.lead')}</p>}
      {owned.map((workspace) => (
        <HeirField
          key={workspace.id}
          workspace={workspace}
          leavingId={member.id}
          deed={deed}
          value={heirs[workspace.id] ?? ''}
          onChange={(heir) => setHeirs({ ...heirs, [workspace.id]: heir })}
        />
      ))}
      <div className={forms.answers}>
        <ActButton color="danger" pending={leaving.isPending} onClick={() => leaving.mutate()}>
          {t(`admin.member.do.${deed}`)}
        </ActButton>
        <Button variant="outline" onClick={onClose}>
          {t('frame.cancel')}
        </Button>
      </div>
    </Drawer>
  );
}
