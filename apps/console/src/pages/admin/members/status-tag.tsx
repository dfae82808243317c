import type { AccountStatus } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../admin/tag.tsx';

const TONES = {
  pending: 'attention',
  uninitialized: 'attention',
  active: 'good',
  banned: 'bad',
  closed: 'plain',
} as const;

export function StatusTag({ status }: { readonly status: AccountStatus }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[status]}>{t(`admin.status.${status}`)}</Tag>;
}
