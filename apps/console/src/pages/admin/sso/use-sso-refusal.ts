import { SSO_REFUSAL_CODES } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../admin/filters.ts';

/** Says why an answer of a provider was refused and what to do, by the refusal's code; `undefined` for a newer one. */
export function useSsoRefusal() {
  const { t } = useTranslation();
  return (code: string) => {
    const known = oneOf(SSO_REFUSAL_CODES, code);
    if (known === undefined) return undefined;
    return { means: t(`admin.ssoRefusal.${known}.means`), remedy: t(`admin.ssoRefusal.${known}.do`) };
  };
}
