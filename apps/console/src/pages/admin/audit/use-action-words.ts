import { AUDIT_ACTIONS } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../admin/filters.ts';

/** Tells an action in words; one that is newer than these pages by its name. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const known = oneOf(AUDIT_ACTIONS, action);
    return known === undefined ? action : t(`admin.action.${known}`);
  };
}
