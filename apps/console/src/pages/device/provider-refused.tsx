import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import { SsoRefused } from '../signin/sso-refused.tsx';

interface Props {
  readonly code: string | undefined;
  readonly reference: string | undefined;
}

/** Why somebody comes back from a provider without a terminal to approve. */
export function ProviderRefused({ code, reference }: Props) {
  const { t } = useTranslation();
  if (code !== 'email_belongs_to_dify_account') return <SsoRefused code={code} reference={reference} />;
  return (
    <Notice tone="refused" title={t('device.hasAccountTitle')} announces={code}>
      <p>{t('device.hasAccountText')}</p>
    </Notice>
  );
}
