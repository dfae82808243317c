import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import rows from '../../design/rows.module.css';
import { Time } from '../../design/time.tsx';
import type { Identity } from './identities-query.ts';

interface Props {
  readonly identity: Identity;
  readonly timeZone: string;
  readonly onUnlink: () => void;
}

export function IdentityRow({ identity, timeZone, onUnlink }: Props) {
  const { t } = useTranslation();
  const { label, email, name, subject, created_at, last_used_at, can_unlink } = identity;
  return (
    <li>
      <div className={rows.what}>
        <span className={rows.name}>{label}</span>
        <span className={rows.facts}>
          <span>{email ?? name ?? subject}</span>
          <span>
            {t('identities.since')} <Time at={new Date(created_at)} timeZone={timeZone} />
          </span>
          {last_used_at === null ? null : (
            <span>
              {t('sessions.lastUsed')} <Time at={new Date(last_used_at)} timeZone={timeZone} />
            </span>
          )}
          {can_unlink ? null : <span>{t('identities.lastWayIn')}</span>}
        </span>
      </div>
      {can_unlink ? (
        <Button
          variant="outline"
          color="danger"
          aria-label={t('identities.unlinkNamed', { provider: label })}
          onClick={onUnlink}
        >
          {t('identities.unlink')}
        </Button>
      ) : null}
    </li>
  );
}
