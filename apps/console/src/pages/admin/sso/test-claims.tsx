import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import { ClaimsTable } from './claims-table.tsx';

/** All that the provider said. */
export function TestClaims({ claims }: { readonly claims: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  return (
    <Section title={t('admin.sso.test.claims')} lead={t('admin.sso.test.claimsLead')}>
      <ClaimsTable claims={claims} />
    </Section>
  );
}
