import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Badge } from '../../design/badge.tsx';
import rows from '../../design/rows.module.css';
import { Time } from '../../design/time.tsx';
import type { Session } from './sessions-query.ts';

interface Props {
  readonly session: Session;
  readonly label: string;
  readonly timeZone: string;
  readonly ending: boolean;
  readonly onEnd: () => void;
}

export function SessionRow({ session, label, timeZone, ending, onEnd }: Props) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={rows.what}>
        <span className={rows.name}>
          <span title={session.label}>{label}</span>
          {session.current ? <Badge>{t('sessions.current')}</Badge> : null}
        </span>
        <span className={rows.facts}>
          <span>{session.ip ?? t('sessions.unknownAddress')}</span>
          {session.last_used_at === null ? (
            <span>{t('sessions.neverUsed')}</span>
          ) : (
            <span>
              {t('sessions.lastUsed')} <Time at={new Date(session.last_used_at)} timeZone={timeZone} />
            </span>
          )}
          <span>
            {t('sessions.since')} <Time at={new Date(session.created_at)} timeZone={timeZone} />
          </span>
        </span>
      </div>
      {session.current ? null : (
        <ActButton
          variant="outline"
          color="danger"
          aria-label={t('sessions.endNamed', { label })}
          pending={ending}
          onClick={onEnd}
        >
          {t('sessions.end')}
        </ActButton>
      )}
    </li>
  );
}
