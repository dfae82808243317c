import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../design/format-duration.ts';
import { Icon } from '../../design/icon.tsx';
import { Time } from '../../design/time.tsx';
import styles from './device.module.css';
import type { TerminalRequest } from './examine-code.ts';

interface Props {
  readonly request: TerminalRequest;
  /** What the terminal gets. */
  readonly may: ReactNode;
  /** Whose access it gets. */
  readonly asWhom: ReactNode;
  /** They have no account in which they could end it. */
  readonly isExternal?: boolean;
}

/** The facts by which a person tells their own terminal from somebody else's. */
export function RequestFacts({ request, may, asWhom, isExternal = false }: Props) {
  const { t, i18n } = useTranslation();

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
      <Fact term={t('device.may')}>{may}</Fact>
      <Fact term={t('device.forHowLong')}>
        {t(isExternal ? 'device.lifetimeExternal' : 'device.lifetime', {
          duration: formatDuration(request.token_ttl_seconds, i18n.language),
        })}
      </Fact>
      <Fact term={t('device.as')}>{asWhom}</Fact>
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
