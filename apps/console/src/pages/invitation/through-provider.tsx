import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { findSsoOptions, ssoOptionsQuery } from '../../session/sso-options.ts';
import { ProviderButtons } from '../signin/provider-buttons.tsx';
import styles from '../signin/signin.module.css';

interface Props {
  readonly token: string;
  readonly email: string;
}

/** An invitation can be accepted by signing in with a provider: the one of the address, else any. */
export function ThroughProvider({ token, email }: Props) {
  const { t } = useTranslation();
  const { buttons, leads_by_domain } = useSuspenseQuery(ssoOptionsQuery('workspace')).data;
  const { data } = useQuery({
    queryKey: ['sso-options', 'workspace', email],
    queryFn: () => findSsoOptions('workspace', email),
    enabled: leads_by_domain,
  });
  const entrances = data?.home ? [data.home] : buttons;
  if (entrances.length === 0) return null;
  return (
    <>
      <p className={styles.or}>{t('signin.or')}</p>
      <ProviderButtons entrances={entrances} redirectUrl="/activate" inviteToken={token} />
    </>
  );
}
