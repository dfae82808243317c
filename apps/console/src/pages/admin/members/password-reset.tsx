import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { Notice } from '../../../design/notice.tsx';
import { systemFeaturesQuery } from '../../../session/system-features.ts';
import { ACCOUNTS } from './accounts-query.ts';
import styles from './member.module.css';
import type { Member } from './member-query.ts';
import { OneTimePassword } from './one-time-password.tsx';

const KINDS = ['link', 'one_time_password'] as const;
type Kind = (typeof KINDS)[number];

interface Props {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Starts a password reset, by a link in a letter or by a password to hand over. */
export function PasswordReset({ member, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const hasMail = useQuery(systemFeaturesQuery).data?.is_email_setup ?? true;
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen ?? (hasMail ? 'link' : 'one_time_password');
  const starting = useMutation({
    mutationFn: () =>
      adminClient.call('POST /admin-api/v1/accounts/{account_id}/password-reset', {
        params: { account_id: member.id },
        body: { kind },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ACCOUNTS }),
  });
  const password = starting.data?.one_time_password ?? null;

  const content = () => {
    if (password !== null) {
      const title = t('admin.reset.passwordReady', { name: member.name });
      return <OneTimePassword title={title} email={member.email} password={password} onClose={onClose} />;
    }
    if (starting.isSuccess) {
      return (
        <>
          <Notice tone="done" announces={starting.data}>
            <p>{t(hasMail ? 'admin.reset.linkSent' : 'admin.reset.linkWaits', { email: member.email })}</p>
          </Notice>
          {hasMail ? null : <Link to="/admin/mail">{t('admin.reset.toLetters')}</Link>}
          <div className={forms.answers}>
            <Button onClick={onClose}>{t('admin.frame.done')}</Button>
          </div>
        </>
      );
    }
    return (
      <>
        {starting.isError ? <AdminRefusal error={starting.error} /> : null}
        <fieldset className={`${forms.group} ${styles.choice}`}>
          <legend>{t('admin.reset.how')}</legend>
          {KINDS.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => setChosen(one)} />
              <span>
                {t(`admin.reset.kind.${one}`)}
                <small>{t(`admin.reset.means.${one}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={forms.answers}>
          <ActButton pending={starting.isPending} onClick={() => starting.mutate()}>
            {t(`admin.reset.submit.${kind}`)}
          </ActButton>
        </div>
      </>
    );
  };

  return (
    <Drawer
      title={t('admin.reset.title', { name: member.name })}
      closeLabel={t('admin.frame.close')}
      isFirm={password !== null}
      onClose={onClose}
    >
      {content()}
    </Drawer>
  );
}
