import { useTranslation } from 'react-i18next';
import { Notice } from '../../../design/notice.tsx';
import type { SsoTest } from './sso-query.ts';
import { useSsoRefusal } from './use-sso-refusal.ts';

/** Why the provider's answer was refused, and what to do about it. */
export function TestRefusal({ refusal }: { readonly refusal: NonNullable<SsoTest['refusal']> }) {
  const { t } = useTranslation();
  const { means, remedy } = useSsoRefusal()(refusal.code) ?? { means: refusal.meaning, remedy: refusal.remedy };
  return (
    <Notice tone="refused" title={t('admin.sso.test.refused')} announces={refusal.code}>
      <p>{means}</p>
      <p>
        <strong>{t('admin.sso.test.remedy')}:</strong> {remedy}
      </p>
      {refusal.detail === '' ? null : (
        <p>
          {t('admin.sso.test.detail')}: <q>{refusal.detail}</q>
        </p>
      )}
      <p>
        <code>{refusal.code}</code>
      </p>
    </Notice>
  );
}
