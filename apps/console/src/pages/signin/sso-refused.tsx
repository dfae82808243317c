import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import { Reference } from '../../design/reference.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import type { SsoRefusal } from '../../session/sso-refusal.ts';
import { ssoTrouble } from '../../session/sso-trouble.ts';

/** Anybody can write an address: only our own words are shown, and a reference that looks like one. */
const REFERENCE = /^[\w-]{4,64}$/;

/** Why somebody comes back from a provider without being signed in. */
export function SsoRefused({ refusal: { code, reason, reference } }: { readonly refusal: SsoRefusal }) {
  const { t } = useTranslation();
  if (code === undefined) return null;
  const quoted = reference !== undefined && REFERENCE.test(reference) ? reference : undefined;
  return (
    <Notice tone="refused" title={t('ssoRefused.title')} announces={code}>
      <p>{t(`ssoRefused.${ssoTrouble(reason ?? code)}`)}</p>
      <WhomToAsk />
      <Reference value={quoted} />
    </Notice>
  );
}
