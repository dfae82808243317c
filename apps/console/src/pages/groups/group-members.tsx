import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { MoreRows } from '../../design/more-rows.tsx';
import { News } from '../../design/news.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { SearchField } from '../../design/search-field.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import styles from './groups.module.css';
import { GROUPS, type Group, type GroupMember, useGroupMembers } from './groups-query.ts';

/** Past so many, a list is searched rather than read. */
const READABLE = 12;

/** Who is in a group. Somebody who is taken out loses what they could open only through it. */
export function GroupMembers({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [q, setQ] = useState('');
  const [news, setNews] = useState<string | null>(null);
  const query = useGroupMembers(group.id, q);
  const people = query.data?.pages.flatMap(({ members }) => members.data) ?? [];
  const isManageable = group.workspace !== null;

  const removing = useMutation({
    mutationFn: ({ id }: GroupMember) =>
      client.call('DELETE /console/api/groups/{group_id}/members/{account_id}', {
        params: { group_id: group.id, account_id: id },
      }),
    onSuccess: async ({ sessions_ended }, { name }) => {
      setNews(t('groups.removed', { name, count: sessions_ended }));
      await queryClient.invalidateQueries({ queryKey: GROUPS });
    },
  });

  return (
    <Section title={t('groups.members', { count: group.member_count })}>
      <News text={news} />
      {removing.isError ? <RefusalNotice error={removing.error} /> : null}
      {query.isError ? <RefusalNotice error={query.error} /> : null}
      {group.member_count > READABLE ? <SearchField label={t('groups.findMember')} value={q} onSearch={setQ} /> : null}
      {group.member_count === 0 ? <p className={styles.quiet}>{t('groups.nobody')}</p> : null}
      <p role="status" hidden={!(q !== '' && query.isSuccess && people.length === 0)}>
        {q !== '' && people.length === 0 ? t('groups.nobodyFound') : null}
      </p>
      <ul className={rows.rows} hidden={people.length === 0}>
        {people.map((person) => (
          <li key={person.id}>
            <div className={rows.what}>
              <span className={rows.name}>{person.name}</span>
              <span className={rows.facts}>{person.email}</span>
            </div>
            {isManageable ? (
              <ActButton
                variant="outline"
                color="danger"
                aria-label={t('groups.takeOutNamed', { name: person.name })}
                pending={removing.isPending && removing.variables.id === person.id}
                onClick={() => removing.mutate(person)}
              >
                {t('groups.takeOut')}
              </ActButton>
            ) : null}
          </li>
        ))}
      </ul>
      <MoreRows query={query} />
    </Section>
  );
}
