import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SsoEntrance } from '../../session/sso-options.ts';
import { ssoPath } from '../../session/sso-path.ts';
import styles from './signin.module.css';

interface Props {
  readonly entrances: readonly SsoEntrance[];
  readonly redirectUrl: string | undefined;
  readonly inviteToken?: string;
  /** The first is what one does next. */
  readonly isMain?: boolean;
}

/** Ways to the providers, by their own names. */
export function ProviderButtons({ entrances, redirectUrl, inviteToken, isMain = false }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.providers}>
      {entrances.map(({ connection_id, label, logo, url }, index) => (
        <Button
          key={connection_id}
          component="a"
          href={ssoPath(url, { redirect_url: redirectUrl, invite_token: inviteToken })}
          fullWidth
          variant={isMain && index === 0 ? 'filled' : 'outline'}
          leftSection={logo === null ? null : <img src={logo} alt="" width={20} height={20} />}
        >
          {t('signin.withProvider', { provider: label })}
        </Button>
      ))}
    </div>
  );
}
