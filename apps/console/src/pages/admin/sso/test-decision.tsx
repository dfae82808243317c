import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../admin/facts.tsx';
import { Section } from '../../../design/section.tsx';
import type { SsoTest } from './sso-query.ts';
import { useDecisionRule } from './use-decision-rule.ts';

/** Which account it would be, and by which rule. */
export function TestDecision({ decision }: { readonly decision: NonNullable<SsoTest['decision']> }) {
  const { t } = useTranslation();
  const ruleWords = useDecisionRule();
  const { kind, account, role, rule } = decision;
  const facts = [
    ...(account === null
      ? []
      : [
          [
            t('admin.sso.test.account'),
            <Link key="account" to="/admin/members/$accountId" params={{ accountId: account.id }}>
              {`${account.name} (${account.email})`}
            </Link>,
          ] as const,
        ]),
    ...(role === null ? [] : [[t('admin.sso.test.role'), t(`admin.role.${role}`)] as const]),
    ...(rule === null ? [] : [[t('admin.sso.test.rule'), ruleWords(rule)] as const]),
  ];
  return (
    <Section title={t('admin.sso.test.decision')}>
      <p>{t(`admin.sso.test.decisions.${kind}`)}</p>
      {facts.length === 0 ? null : <Facts facts={facts} />}
    </Section>
  );
}
