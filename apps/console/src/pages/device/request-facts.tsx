import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../design/format-duration.ts';
import { Icon } from '../../design/icon.tsx';
import { Time } from '../../design/time.tsx';
import { signInPath } from '../../session/sign-in-path.ts';
import { signOut } from '../../session/sign-out.ts';
import styles from './device.module.css';
import type { TerminalRequest } from './examine-code.ts';

/** The facts by which a person tells their own terminal from somebody else's. */
export function RequestFacts({ request }: { readonly request: TerminalRequest }) {
  const { t, i18n } = useTranslation();
  const switching = useMutation({
    mutationFn: () => signOut(signInPath(`/device?user_code=${request.user_code}`)),
  });

  return (
    <dl className={styles.facts}>
      <Fact term={t('device.asks')}>
        {request.device_label === '' ? null : <bdi>{request.device_label}</bdi>}
        <code className={styles.quiet}>{request.client_id}</code>
      </Fact>
      <Fact term={t('device.from')}>
        <code>{request.requested_ip}</code>
        {request.same_network ? (
          <span className={styles.quiet}>{t('device.sameNetwork')}</span>
        ) : (
          <span className={styles.warning}>
            <Icon name="attention" />
            <span>{t('device.otherNetwork')}</span>
          </span>
        )}
      </Fact>
      <Fact term={t('device.since')}>
        <Time at={new Date(request.requested_at)} />
      </Fact>
      <Fact term={t('device.may')}>
        {request.scopes.map((scope) =>
          scope === 'full' ? <span key={scope}>{t('device.scopeFull')}</span> : <code key={scope}>{scope}</code>,
        )}
      </Fact>
      <Fact term={t('device.forHowLong')}>
        {t('device.lifetime', { duration: formatDuration(request.token_ttl_seconds, i18n.language) })}
      </Fact>
      <Fact term={t('device.as')}>
        <strong>{request.subject_email}</strong>
        <button
          type="button"
          className={styles.switch}
          onClick={() => switching.mutate()}
          disabled={switching.isPending}
        >
          {t('device.otherAccount')}
        </button>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
