import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';

const SHOWN = 200;

interface Props {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly leavingId: string;
  readonly deed: 'close' | 'delete';
  readonly value: string;
  readonly onChange: (accountId: string) => void;
}

/** Who owns a workspace next. */
export function HeirField({ workspace, leavingId, deed, value, onChange }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['admin', 'workspaces', 'heirs', workspace.id],
    queryFn: () =>
      adminClient.call('GET /admin-api/v1/workspaces/{workspace_id}', {
        params: { workspace_id: workspace.id },
        query: { limit: SHOWN },
      }),
  });
  const label = t('admin.heirs.of', { workspace: workspace.name });
  if (data === undefined) return <NativeSelect label={label} disabled data={[t('frame.loading')]} />;
  const others = data.members.data.filter(({ id, status }) => id !== leavingId && status === 'active');
  if (others.length === 0) {
    return <p>{t(`admin.heirs.nobody.${deed}`, { workspace: workspace.name })}</p>;
  }
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[
        { value: '', label: t('admin.heirs.byItself') },
        ...others.map(({ id, name, email, role }) => ({
          value: id,
          label: `${name} (${email}), ${t(`admin.role.${role}`)}`,
        })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
