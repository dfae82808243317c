import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { adminSessionQuery } from '../../../admin/admin-session.ts';
import { adminClient } from '../../../admin/client.ts';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { EntranceFrame } from '../../../design/entrance-frame.tsx';
import forms from '../../../design/form.module.css';
import { Heading } from '../../../design/heading.tsx';
import { Skeletons } from '../../../design/skeletons.tsx';
import { NewPassword } from './new-password.tsx';
import { takeFragment } from './take-fragment.ts';

/** Where a link from the server's shell leads: it signs in once, and leaves the address at once. */
export function EnterPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { mutate, ...entering } = useMutation({
    mutationFn: (token: string) => adminClient.call('POST /admin-api/v1/session/link', { body: { token } }),
  });

  useEffect(() => {
    const token = takeFragment();
    if (token === undefined) void navigate({ to: '/admin/signin', replace: true });
    else mutate(token);
  }, [mutate, navigate]);

  if (entering.isSuccess) {
    const session = entering.data;
    const goOn = () => {
      queryClient.setQueryData(adminSessionQuery.queryKey, { ...session, must_change_password: false });
      void navigate({ to: '/admin', replace: true });
    };
    return (
      <EntranceFrame>
        <NewPassword session={session} onSet={goOn} onSkip={goOn} />
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame>
      {entering.isError ? (
        <div className={forms.stack}>
          <Heading title={t('admin.signIn.linkRefusedTitle')} lead={t('admin.signIn.linkRefusedText')} />
          <AdminRefusal error={entering.error} />
          <p>
            <code>latchkey admin link EMAIL</code>
          </p>
          <Link to="/admin/signin">{t('admin.signIn.withPassword')}</Link>
        </div>
      ) : (
        <Skeletons label={t('frame.loading')} />
      )}
    </EntranceFrame>
  );
}
