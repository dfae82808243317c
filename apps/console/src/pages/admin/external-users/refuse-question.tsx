import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Question } from '../../../admin/question.tsx';
import { EXTERNAL_USERS, type ExternalUser } from './external-users-query.ts';

interface Props {
  readonly user: ExternalUser;
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** Closes the WebApps to an external user, or opens them again. */
export function RefuseQuestion({ user, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id, refused } = user;
  const name = user.name ?? user.email ?? user.subject;
  const deciding = useMutation({
    mutationFn: () =>
      adminClient.call('PATCH /admin-api/v1/external-users/{external_user_id}', {
        params: { external_user_id: id },
        body: { refused: !refused },
      }),
    onSuccess: async ({ sessions_ended }) => {
      await queryClient.invalidateQueries({ queryKey: EXTERNAL_USERS });
      onDone(
        refused
          ? t('admin.externalUsers.admittedNow', { name })
          : t('admin.externalUsers.refusedNow', { name, count: sessions_ended }),
      );
    },
  });
  return (
    <Question
      title={t(refused ? 'admin.externalUsers.askAdmit' : 'admin.externalUsers.askRefuse', { name })}
      text={t(refused ? 'admin.externalUsers.admitText' : 'admin.externalUsers.refuseText')}
      confirm={t(refused ? 'admin.externalUsers.admit' : 'admin.externalUsers.refuse')}
      isDangerous={!refused}
      pending={deciding.isPending}
      error={deciding.error}
      onConfirm={() => deciding.mutate()}
      onClose={onClose}
    />
  );
}
