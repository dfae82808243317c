import { PAGE_LANGUAGES, type PageLanguage } from '@latchkey/contract/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import type { GivenRole } from '../../../admin/role-field.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { InviteCheck } from './invite-check.tsx';
import { InviteForm } from './invite-form.tsx';
import { InviteResults } from './invite-results.tsx';

export interface InvitePlan {
  readonly workspaceId: string;
  readonly role: GivenRole;
  readonly language: PageLanguage;
  readonly text: string;
}

interface Props {
  /** Of the workspace that is looked at. */
  readonly workspaceId?: string;
  readonly onClose: () => void;
}

/** Invites one or many: first what would become of each address, then it is done. */
export function InviteDrawer({ workspaceId = '', onClose }: Props) {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const language = PAGE_LANGUAGES.find((tag) => tag === i18n.language) ?? 'en-US';
  const [plan, setPlan] = useState<InvitePlan>({ workspaceId, role: 'normal', language, text: '' });

  const send = (emails: readonly string[], dry_run: boolean) => {
    const body = { workspace_id: plan.workspaceId, emails: [...emails], role: plan.role, language: plan.language };
    return adminClient.call('POST /admin-api/v1/invitations', { body: { ...body, dry_run } });
  };
  const checking = useMutation({ mutationFn: (emails: readonly string[]) => send(emails, true) });
  const inviting = useMutation({
    mutationFn: (emails: readonly string[]) => send(emails, false),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['admin'] }),
  });

  const step = () => {
    if (inviting.isSuccess) return <InviteResults results={inviting.data.results} onClose={onClose} />;
    if (checking.isSuccess) {
      return (
        <InviteCheck
          results={checking.data.results}
          pending={inviting.isPending}
          onInvite={(emails) => inviting.mutate(emails)}
          onBack={() => {
            checking.reset();
            inviting.reset();
          }}
        />
      );
    }
    return <InviteForm plan={plan} onChange={setPlan} pending={checking.isPending} onCheck={checking.mutate} />;
  };

  return (
    <Drawer
      title={t('admin.invite.title')}
      lead={t('admin.invite.lead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      {checking.isError ? <AdminRefusal error={checking.error} /> : null}
      {inviting.isError ? <AdminRefusal error={inviting.error} /> : null}
      {step()}
    </Drawer>
  );
}
