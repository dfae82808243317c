import type { EndpointOutput } from '@latchkey/contract';
import type { Role } from '@latchkey/contract/vocabulary';
import type { Routes } from '@latchkey/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Badge } from '../../design/badge.tsx';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { Time } from '../../design/time.tsx';
import { client } from '../../session/client.ts';
import { workspacesQuery } from './workspaces-query.ts';

interface Props {
  readonly workspaces: EndpointOutput<Routes['GET /console/api/workspaces']>['workspaces'];
  /** In the current workspace. */
  readonly role: Role | undefined;
  readonly timeZone: string;
}

export function WorkspaceList({ workspaces, role, timeZone }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const switching = useMutation({
    mutationFn: (tenant_id: string) => client.call('POST /console/api/workspaces/switch', { body: { tenant_id } }),
    onSuccess: () => queryClient.invalidateQueries(workspacesQuery),
  });

  return (
    <>
      {switching.isError ? <RefusalNotice error={switching.error} /> : null}
      {switching.isSuccess ? (
        <Notice tone="done" announces={switching.data}>
          <p>{t('home.switched', { name: switching.data.new_tenant.name })}</p>
        </Notice>
      ) : null}
      <ul className={rows.rows} hidden={workspaces.length === 0}>
        {workspaces.map(({ id, name, created_at, current }) => (
          <li key={id}>
            <div className={rows.what}>
              <span className={rows.name}>
                {name}
                {current ? <Badge>{t('home.current')}</Badge> : null}
              </span>
              <span className={rows.facts}>
                {current && role !== undefined ? <span>{t('home.yourRole', { role: t(`role.${role}`) })}</span> : null}
                <span>
                  {t('home.since')} <Time at={new Date(created_at * 1_000)} timeZone={timeZone} />
                </span>
              </span>
            </div>
            {current ? null : (
              <ActButton
                variant="outline"
                aria-label={t('home.switchToNamed', { name })}
                pending={switching.isPending && switching.variables === id}
                onClick={() => switching.mutate(id)}
              >
                {t('home.switchTo')}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
