import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Question } from '../../../admin/question.tsx';
import { ACCOUNTS } from './accounts-query.ts';
import type { Member } from './member-query.ts';

interface Props {
  readonly member: Member;
  readonly deed: 'ban' | 'unban';
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** Bans, or lifts a ban. */
export function StatusChange({ member, deed, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const changing = useMutation({
    mutationFn: () =>
      adminClient.call(`POST /admin-api/v1/accounts/{account_id}/${deed}`, { params: { account_id: member.id } }),
    onSuccess: async () => {
      onDone(t(`admin.member.done.${deed}`, { name: member.name }));
      await queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });
  return (
    <Question
      title={t(`admin.member.ask.${deed}`, { name: member.name })}
      text={t(`admin.members.means.${deed}`)}
      confirm={t(`admin.member.do.${deed}`)}
      isDangerous={deed === 'ban'}
      pending={changing.isPending}
      error={changing.error}
      onConfirm={() => changing.mutate()}
      onClose={onClose}
    />
  );
}
