import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { client } from '../../session/client.ts';
import { type Member, membersQuery } from './members-query.ts';

interface Props {
  /** Whom to remove; `null` while nobody is asked about. */
  readonly member: Member | null;
  readonly onRemoved: (member: Member) => void;
  readonly onClose: () => void;
}

export function RemoveDialog({ member, onRemoved, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: ({ id }: Member) =>
      client.call('DELETE /console/api/workspaces/current/members/{member_id}', { params: { member_id: id } }),
    onSuccess: async (_, removed) => {
      onRemoved(removed);
      await queryClient.invalidateQueries(membersQuery);
    },
  });
  const name = member?.name ?? '';

  return (
    <ConfirmDialog
      open={member !== null}
      title={t('members.removeTitle', { name })}
      text={t(member?.status === 'pending' ? 'members.removePendingText' : 'members.removeText', { name })}
      confirm={t('members.removeConfirm')}
      pending={removing.isPending}
      error={removing.error}
      onConfirm={() => member && removing.mutate(member)}
      onClose={() => {
        removing.reset();
        onClose();
      }}
    />
  );
}
