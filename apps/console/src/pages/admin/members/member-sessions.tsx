import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { adminClient } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { describeBrowser } from '../../account/describe-browser.ts';
import { ACCOUNTS } from './accounts-query.ts';
import type { Member } from './member-query.ts';

type Session = Member['sessions'][number];

interface Props {
  readonly member: Member;
  readonly onNews: (news: string) => void;
}

/** Where the person is signed in. */
export function MemberSessions({ member, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: () =>
      adminClient.call('DELETE /admin-api/v1/accounts/{account_id}/sessions', { params: { account_id: member.id } }),
    onSuccess: async ({ ended }) => {
      onNews(t('admin.member.sessionsEnded', { ended }));
      await queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });

  const columns: readonly Column<Session>[] = [
    {
      key: 'label',
      title: t('admin.member.where'),
      cell: ({ kind, label, ip }) => (
        <div className={cells.two}>
          {kind === 'browser' ? labelOf(label) : label}
          <span>{`${t(`admin.member.kind.${kind}`)} · ${ip}`}</span>
        </div>
      ),
    },
    {
      key: 'used',
      title: t('admin.member.used'),
      cell: ({ last_used_at: at }) => (at === null ? t('admin.frame.never') : <Time at={new Date(at)} />),
    },
    {
      key: 'since',
      title: t('admin.member.since'),
      isMinor: true,
      cell: ({ created_at }) => <Time at={new Date(created_at)} />,
    },
  ];

  return (
    <Section title={t('admin.member.sessions')} lead={t('admin.member.sessionsLead')}>
      {ending.isError ? <AdminRefusal error={ending.error} /> : null}
      {member.sessions.length === 0 ? (
        <p>{t('admin.member.noSessions')}</p>
      ) : (
        <>
          <DataTable
            label={t('admin.member.sessions')}
            columns={columns}
            rows={member.sessions}
            rowKey={({ id }) => id}
          />
          <div className={forms.answers}>
            <ActButton variant="outline" color="danger" pending={ending.isPending} onClick={() => ending.mutate()}>
              {t('admin.member.endSessions')}
            </ActButton>
          </div>
        </>
      )}
    </Section>
  );
}

function labelOf(userAgent: string): string {
  const browser = describeBrowser(userAgent);
  return browser === undefined ? userAgent : `${browser.browser} · ${browser.system}`;
}
