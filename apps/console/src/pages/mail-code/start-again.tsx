import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';

/** A step was opened without those before it, or its proof is over. */
export function StartAgain({ back }: { readonly back: Pick<LinkProps, 'to' | 'search'> }) {
  const { t } = useTranslation();
  return (
    <Outcome
      tone="attention"
      title={t('code.againTitle')}
      actions={<LinkButton {...back}>{t('code.again')}</LinkButton>}
    >
      <p>{t('code.againText')}</p>
    </Outcome>
  );
}
