import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import type { SsoRefusal } from '../../session/sso-refusal.ts';
import { SsoRefused } from '../signin/sso-refused.tsx';

/** Why somebody comes back from a provider without a terminal to approve. */
export function ProviderRefused({ refusal }: { readonly refusal: SsoRefusal }) {
  const { t } = useTranslation();
  if (refusal.code !== 'email_belongs_to_dify_account') return <SsoRefused refusal={refusal} />;
  return (
    <Notice tone="refused" title={t('device.hasAccountTitle')} announces={refusal.code}>
      <p>{t('device.hasAccountText')}</p>
    </Notice>
  );
}
