import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../admin/facts.tsx';
import { Section } from '../../../design/section.tsx';
import { useDecisionRule } from './use-decision-rule.ts';
import type { SsoTest } from './sso-query.ts';

/** Which account it would be, and by which rule. */
export function TestDecision({ decision }: { readonly decision: NonNullable<SsoTest['decision']> }) {
  const { t } = useTranslation();
  const ruleWords = useDecisionRule();
  const { kind, account, role, rule } = decision;
  return (
    <Section title={t('admin.sso.test.decision')}>
      <p>{t(`admin.sso.test.decisions.${kind}`)}</p>
      <Facts
        facts={[
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
        ]}
      />
    </Section>
  );
}
