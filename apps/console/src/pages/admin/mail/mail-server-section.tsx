import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Facts } from '../../../admin/facts.tsx';
import { Question } from '../../../admin/question.tsx';
import { Section } from '../../../design/section.tsx';
import { type Mail, mailQuery } from './mail-query.ts';
import { MailServerForm } from './mail-server-form.tsx';

interface Props {
  readonly mail: Mail;
  readonly onNews: (news: string) => void;
}

/** Which mail server letters go to. */
export function MailServerSection({ mail, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const removing = useMutation({
    mutationFn: () => adminClient.call('DELETE /admin-api/v1/mail', {}),
    onSuccess: async (changed) => {
      setLeaving(false);
      onNews(t('admin.mail.removed'));
      queryClient.setQueryData(mailQuery.queryKey, changed);
      await queryClient.invalidateQueries({ queryKey: ['system-features'] });
    },
  });
  const { source, settings } = mail;

  if (source === 'environment' && settings !== null) {
    const { host, port, encryption, user, from_name, from_address } = settings;
    return (
      <Section title={t('admin.mail.server')} lead={t('admin.mail.byOperator')}>
        <Facts
          facts={[
            [t('admin.mail.host'), `${host}:${port}`],
            [t('admin.mail.encryption'), t(`admin.mail.encryptions.${encryption}`)],
            [t('admin.mail.user'), user ?? t('admin.mail.noUser')],
            [t('admin.mail.from'), `${from_name} <${from_address}>`],
          ]}
        />
      </Section>
    );
  }
  return (
    <Section title={t('admin.mail.server')} lead={t('admin.mail.serverLead')}>
      <MailServerForm settings={settings} onRemove={() => setLeaving(true)} />
      {isLeaving ? (
        <Question
          title={t('admin.mail.removeTitle')}
          text={t('admin.mail.removeText')}
          confirm={t('admin.mail.remove')}
          pending={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate()}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </Section>
  );
}
