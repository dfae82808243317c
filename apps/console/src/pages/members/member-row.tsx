import type { Role } from '@latchkey/contract/vocabulary';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../design/badge.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { Time } from '../../design/time.tsx';
import { client } from '../../session/client.ts';
import styles from './members.module.css';
import { type Member, membersQuery } from './members-query.ts';
import { RoleSelect } from './role-select.tsx';

interface Props {
  readonly member: Member;
  readonly isSelf: boolean;
  readonly isManageable: boolean;
  readonly timeZone: string;
  readonly onChanged: (news: string) => void;
  readonly onRemove: () => void;
}

export function MemberRow({ member, isSelf, isManageable, timeZone, onChanged, onRemove }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id, name, email, role, status } = member;
  const changing = useMutation({
    mutationFn: (chosen: Role) =>
      client.call('PUT /console/api/workspaces/current/members/{member_id}/update-role', {
        params: { member_id: id },
        body: { role: chosen },
      }),
    onSuccess: async (_, chosen) => {
      await queryClient.invalidateQueries(membersQuery);
      onChanged(t('members.roleChanged', { name, role: t(`members.roles.${chosen}`) }));
    },
  });

  return (
    <li>
      <div className={rows.what}>
        <span className={rows.name}>
          {name}
          {isSelf ? <Badge>{t('members.you')}</Badge> : null}
          {status === 'active' ? null : (
            <Badge tone={status === 'banned' || status === 'closed' ? 'danger' : 'attention'}>
              {t(`members.status.${status}`)}
            </Badge>
          )}
        </span>
        <span className={rows.facts}>
          <span>{email}</span>
          {member.last_active_at === null ? null : (
            <span>
              {t('members.lastActive')} <Time at={new Date(member.last_active_at * 1_000)} timeZone={timeZone} />
            </span>
          )}
        </span>
      </div>
      {isManageable && role !== 'owner' ? (
        <div className={styles.manage}>
          <RoleSelect
            aria-label={t('members.roleOf', { name })}
            value={changing.isPending ? changing.variables : role}
            onChange={(chosen) => changing.mutate(chosen)}
          />
          <Button variant="outline" color="danger" aria-label={t('members.removeNamed', { name })} onClick={onRemove}>
            {t('members.remove')}
          </Button>
        </div>
      ) : (
        <span className={styles.role}>{t(`members.roles.${role}`)}</span>
      )}
      {changing.isError ? (
        <div className={styles.wide}>
          <RefusalNotice error={changing.error} />
        </div>
      ) : null}
    </li>
  );
}
