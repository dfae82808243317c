import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdminSession } from '../../../admin/admin-session.ts';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../design/form.module.css';
import { Heading } from '../../../design/heading.tsx';
import { ChoosePasswordForm } from '../../../password/choose-password-form.tsx';

interface Props {
  readonly session: AdminSession;
  /** The password that let them in; nothing after a link from the server's shell. */
  readonly current?: string;
  readonly onSet: () => void;
  /** Goes on without; only where that is allowed. */
  readonly onSkip?: () => void;
}

/** An administrator chooses a password of their own. */
export function NewPassword({ session, current, onSet, onSkip }: Props) {
  const { t } = useTranslation();
  const set = async (new_password: string) => {
    const body = current === undefined ? { new_password } : { password: current, new_password };
    await adminClient.call('POST /admin-api/v1/session/password', { body });
    onSet();
  };
  const isForced = onSkip === undefined;
  return (
    <div className={forms.stack}>
      <Heading
        title={t('admin.signIn.newPasswordTitle')}
        lead={t(isForced ? 'admin.signIn.newPasswordLead' : 'admin.signIn.newPasswordByLink')}
      />
      <ChoosePasswordForm email={session.email} submit={t('admin.signIn.setPassword')} rule="length" set={set} />
      {isForced ? null : (
        <Button variant="outline" fullWidth onClick={onSkip}>
          {t('admin.signIn.skip')}
        </Button>
      )}
    </div>
  );
}
