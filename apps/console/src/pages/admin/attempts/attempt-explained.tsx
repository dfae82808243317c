import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../admin/facts.tsx';
import { Time } from '../../../design/time.tsx';
import { AttemptDetails } from './attempt-details.tsx';
import styles from './attempts.module.css';
import type { Attempt } from './attempts-query.ts';
import { placeToAct } from './place-to-act.ts';
import { SsoAttempt } from './sso-attempt.tsx';

export function AttemptExplained({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const { at, email, method, outcome, refusal, ip, user_agent, details, account_id, rule } = attempt;
  const leadsToMember = outcome === 'refused' && placeToAct(rule ?? 'other', account_id)?.kind === 'member';
  return (
    <>
      {outcome === 'refused' ? (
        <Refused attempt={attempt} />
      ) : (
        <div className={styles.answer} data-good>
          <h3>{t('admin.attempts.outcomes.signed_in')}</h3>
          <p>{t('admin.attempts.signedInText')}</p>
        </div>
      )}
      <Facts
        facts={[
          [t('admin.frame.when'), <Exact key="at" at={at} />],
          [t('signin.email'), email === '' ? t('admin.attempts.noAddress') : email],
          [t('admin.attempts.method'), t(`admin.attempts.methods.${method}`)],
          [t('admin.frame.ip'), ip],
          [t('admin.frame.userAgent'), user_agent],
          ...(refusal === null ? [] : [[t('admin.attempts.told'), <code key="told">{refusal}</code>] as const]),
        ]}
      />
      {account_id === null || leadsToMember ? null : (
        <Link to="/admin/members/$accountId" params={{ accountId: account_id }}>
          {t('admin.attempts.toMember')}
        </Link>
      )}
      {method === 'sso' ? <SsoAttempt details={details} /> : <AttemptDetails details={details} />}
    </>
  );
}

function Refused({ attempt: { rule, account_id } }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const name = rule ?? 'other';
  return (
    <>
      <div className={styles.answer}>
        <h3>{t(`admin.rule.${name}.name`)}</h3>
        <p>{t(`admin.rule.${name}.means`)}</p>
      </div>
      <div className={styles.answer} data-good>
        <h3>{t('admin.attempts.whatToDo')}</h3>
        <p>{t(`admin.rule.${name}.do`)}</p>
        <Place to={placeToAct(name, account_id)} />
      </div>
    </>
  );
}

function Place({ to }: { readonly to: ReturnType<typeof placeToAct> }): ReactNode {
  const { t } = useTranslation();
  switch (to?.kind) {
    case 'member':
      return (
        <Link to="/admin/members/$accountId" params={{ accountId: to.accountId }}>
          {t('admin.attempts.toMember')}
        </Link>
      );
    case 'methods':
      return <Link to="/admin/methods">{t('admin.nav.methods')}</Link>;
    case 'sso':
      return <Link to="/admin/sso">{t('admin.nav.sso')}</Link>;
    case 'mail':
      return <Link to="/admin/mail">{t('admin.nav.mail')}</Link>;
    case 'settings':
      return <Link to="/admin/settings">{t('admin.nav.settings')}</Link>;
    case 'administrators':
      return <Link to="/admin/administrators">{t('admin.nav.administrators')}</Link>;
    case 'members':
      return <Link to="/admin/members">{t('admin.nav.members')}</Link>;
    default:
      return null;
  }
}

function Exact({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <>
      {exact.format(new Date(at))} (<Time at={new Date(at)} />)
    </>
  );
}
