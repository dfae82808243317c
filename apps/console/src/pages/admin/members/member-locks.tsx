import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Time } from '../../../design/time.tsx';
import { ACCOUNTS } from './accounts-query.ts';
import type { Member } from './member-query.ts';

interface Props {
  readonly member: Member;
  readonly onNews: (news: string) => void;
}

/** Networks from which too many wrong passwords came; nothing where there are none. */
export function MemberLocks({ member, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const lifting = useMutation({
    mutationFn: () =>
      adminClient.call('POST /admin-api/v1/accounts/{account_id}/lift-lock', { params: { account_id: member.id } }),
    onSuccess: async () => {
      onNews(t('admin.member.lockLifted'));
      await queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });
  if (member.locks.length === 0) return null;
  return (
    <Notice tone="attention" title={t('admin.member.locked')}>
      <p>{t('admin.member.lockedText')}</p>
      <ul>
        {member.locks.map(({ network, until }) => (
          <li key={network}>
            {t('admin.member.lockedNetwork', { network })} <Time at={new Date(until)} />
          </li>
        ))}
      </ul>
      {lifting.isError ? <AdminRefusal error={lifting.error} /> : null}
      <div className={forms.answers}>
        <ActButton variant="outline" pending={lifting.isPending} onClick={() => lifting.mutate()}>
          {t('admin.member.liftLock')}
        </ActButton>
      </div>
    </Notice>
  );
}
