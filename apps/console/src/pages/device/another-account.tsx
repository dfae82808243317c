import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signInPath } from '../../session/sign-in-path.ts';
import { signOut } from '../../session/sign-out.ts';
import styles from './device.module.css';

/** For whoever is signed in as somebody else than they want to approve as. */
export function AnotherAccount({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const switching = useMutation({ mutationFn: () => signOut(signInPath(`/device?user_code=${code}`)) });
  return (
    <button type="button" className={styles.switch} onClick={() => switching.mutate()} disabled={switching.isPending}>
      {t('device.otherAccount')}
    </button>
  );
}
