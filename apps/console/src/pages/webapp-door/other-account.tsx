import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { signOut } from '../../session/sign-out.ts';
import type { Door } from './door-query.ts';

/** Signs out and comes back to the app, which then asks who it is. */
export function OtherAccount({ door }: { readonly door: Door }) {
  const { t } = useTranslation();
  const leaving = useMutation({ mutationFn: () => signOut(door.url) });
  return (
    <>
      {leaving.isError ? <RefusalNotice error={leaving.error} /> : null}
      <ActButton variant="outline" pending={leaving.isPending} onClick={() => leaving.mutate()}>
        {t('door.otherAccount')}
      </ActButton>
    </>
  );
}
