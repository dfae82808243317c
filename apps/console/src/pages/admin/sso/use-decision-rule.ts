import { IDENTITY_RULES, SIGN_IN_RULES } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../admin/filters.ts';

/** The rule by which an identity is linked, or by which it is refused, in words. */
export function useDecisionRule() {
  const { t } = useTranslation();
  return (rule: string): string => {
    const links = oneOf(IDENTITY_RULES, rule);
    if (links !== undefined) return t(`admin.sso.test.rules.${links}`);
    const refuses = oneOf(SIGN_IN_RULES, rule);
    return refuses === undefined ? rule : t(`admin.rule.${refuses}.means`);
  };
}
