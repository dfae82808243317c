import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../admin/filters.ts';
import { ClaimsTable } from '../sso/claims-table.tsx';
import { useDecisionRule } from '../sso/use-decision-rule.ts';
import { useSsoRefusal } from '../sso/use-sso-refusal.ts';
import { AttemptDetails } from './attempt-details.tsx';
import styles from './attempts.module.css';
import { ssoDetails } from './sso-details.ts';

const DECISIONS = ['signs_in', 'links', 'proves', 'creates', 'refused'] as const;

/** An attempt through a provider: which rule decided, and what the provider had said. */
export function SsoAttempt({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const { connectionId, connection, code, detail, rule, claims, rest } = ssoDetails(details);
  return (
    <>
      {code === undefined ? null : <Reason code={code} detail={detail} rule={rule} />}
      {connectionId === undefined || connection === undefined ? null : (
        <p>
          {t('admin.attempts.detail.connection')}:{' '}
          <Link to="/admin/sso/$connectionId" params={{ connectionId }}>
            {connection}
          </Link>
        </p>
      )}
      {claims === undefined ? null : (
        <section className={styles.claims}>
          <h3>{t('admin.attempts.detail.claims')}</h3>
          <ClaimsTable claims={claims} />
        </section>
      )}
      <AttemptDetails details={rest} />
    </>
  );
}

interface ReasonProps {
  readonly code: string;
  readonly detail: string | undefined;
  readonly rule: string | undefined;
}

function Reason({ code, detail, rule }: ReasonProps) {
  const { t } = useTranslation();
  const refusal = useSsoRefusal()(code);
  const ruleWords = useDecisionRule();
  const decision = oneOf(DECISIONS, code);
  return (
    <div className={styles.answer}>
      <h3>
        <code>{code}</code>
      </h3>
      {decision === undefined ? null : <p>{t(`admin.sso.test.decisions.${decision}`)}</p>}
      {rule === undefined ? null : <p>{ruleWords(rule)}</p>}
      {refusal === undefined ? null : (
        <>
          <p>{refusal.means}</p>
          <p>
            <strong>{t('admin.sso.test.remedy')}:</strong> {refusal.remedy}
          </p>
        </>
      )}
      {detail === undefined ? null : (
        <p>
          {t('admin.attempts.detail.detail')}: <q>{detail}</q>
        </p>
      )}
    </div>
  );
}
