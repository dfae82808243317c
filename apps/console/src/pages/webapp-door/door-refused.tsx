import { WEBAPP_REFUSALS } from '@latchkey/contract/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Outcome } from '../../design/outcome.tsx';
import { Reference } from '../../design/reference.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { profileQuery } from '../../session/profile.ts';
import styles from './door.module.css';
import type { Refused } from './door-page.tsx';
import type { Door } from './door-query.ts';
import { OtherAccount } from './other-account.tsx';

const WORDED = [...WEBAPP_REFUSALS, 'entry_expired', 'upstream_unreachable', 'too_many_requests'] as const;

/** Whether a code says why somebody may not enter an app, rather than what went wrong at an identity provider. */
export function isDoorReason(code: string): boolean {
  return WORDED.some((known) => known === code);
}

/** Another account may be let in where this one is not. */
const OF_THE_ACCOUNT: readonly string[] = ['account_not_active', 'not_a_member', 'not_chosen'];
/** What opening the app again can mend. */
const OVER: readonly string[] = [
  'entry_expired',
  'upstream_unreachable',
  'too_many_requests',
  'passphrase_needed',
  'other',
];

interface Props {
  readonly door: Door;
  readonly refused: Refused;
}

/** Why somebody is not let in, what they can do, whom to ask, and the reference to quote. */
export function DoorRefused({ door, refused }: Props) {
  const { t } = useTranslation();
  const account = useQuery(profileQuery).data;
  const reason = WORDED.find((known) => known === refused.reason) ?? 'other';
  const isOfTheAccount = OF_THE_ACCOUNT.includes(reason);
  return (
    <Outcome
      tone="refused"
      title={t(`door.refused.${reason}.title`, { app: door.name })}
      actions={
        <>
          {OVER.includes(reason) ? <a href={door.url}>{t('door.again', { app: door.name })}</a> : null}
          {account && isOfTheAccount ? <OtherAccount door={door} /> : null}
          {account ? <Link to="/">{t('door.home')}</Link> : null}
        </>
      }
    >
      <p>{t(`door.refused.${reason}.text`, { app: door.name })}</p>
      {account && isOfTheAccount ? (
        <p className={styles.quiet}>{t('door.signedInAs', { email: account.email })}</p>
      ) : null}
      <WhomToAsk />
      <Reference value={refused.reference} />
    </Outcome>
  );
}
