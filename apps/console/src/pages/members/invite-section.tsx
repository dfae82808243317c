import type { Role } from '@latchkey/contract/vocabulary';
import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { client } from '../../session/client.ts';
import { addressesIn } from './addresses-in.ts';
import { InviteResults } from './invite-results.tsx';
import styles from './members.module.css';
import { membersQuery } from './members-query.ts';
import { RoleSelect } from './role-select.tsx';

const MOST_AT_ONCE = 200;

/** Invites one or many; what became of each address stays on the page with its link. */
export function InviteSection() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { language } = usePreferences();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('normal');
  const [isChecked, setChecked] = useState(false);
  const emails = addressesIn(text);

  const inviting = useMutation({
    mutationFn: () =>
      client.call('POST /console/api/workspaces/current/members/invite-email', { body: { emails, role, language } }),
    onSuccess: async () => {
      setText('');
      setChecked(false);
      await queryClient.invalidateQueries(membersQuery);
    },
  });

  const problem = () => {
    if (emails.length === 0) return t('field.emailMissing');
    return emails.length > MOST_AT_ONCE ? t('members.tooMany', { most: MOST_AT_ONCE }) : undefined;
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem() !== undefined) field.current?.focus();
    else if (!inviting.isPending) inviting.mutate();
  };

  return (
    <Section title={t('members.inviteTitle')} lead={t('members.inviteLead')}>
      {inviting.isError ? <RefusalNotice error={inviting.error} /> : null}
      {inviting.isSuccess ? <InviteResults results={inviting.data.invitation_results} /> : null}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Textarea
          ref={field}
          label={t('members.addresses')}
          description={t('members.addressesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          name="emails"
          rows={3}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={isChecked ? problem() : undefined}
        />
        <RoleSelect
          label={t('members.role')}
          description={t(`members.roleHints.${role === 'owner' ? 'admin' : role}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={role}
          onChange={setRole}
        />
        <div className={styles.act}>
          <ActButton type="submit" pending={inviting.isPending}>
            {emails.length > 1 ? t('members.inviteMany', { count: emails.length }) : t('members.invite')}
          </ActButton>
        </div>
      </form>
    </Section>
  );
}
