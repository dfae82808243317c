import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { News } from '../../design/news.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import type { ChosenPerson } from '../webapps/chosen.ts';
import { SubjectSearch } from '../webapps/subject-search.tsx';
import { GROUPS, type Group } from './groups-query.ts';

/** Finds people of the instance and puts them into a group. */
export function AddToGroup({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [news, setNews] = useState<string | null>(null);
  const adding = useMutation({
    mutationFn: ({ id }: ChosenPerson) =>
      client.call('POST /console/api/groups/{group_id}/members', {
        params: { group_id: group.id },
        body: { account_ids: [id] },
      }),
    onSuccess: async (_, { name }) => {
      setNews(t('groups.added', { name, group: group.name }));
      await queryClient.invalidateQueries({ queryKey: GROUPS });
    },
  });
  return (
    <Section title={t('groups.addTitle')} lead={t('groups.addLead')}>
      <News text={news} />
      {adding.isError ? <RefusalNotice error={adding.error} /> : null}
      <SubjectSearch
        label={t('groups.findPerson')}
        personAct={(person) => (
          <ActButton
            variant="outline"
            aria-label={t('webapps.access.addNamed', { name: person.name })}
            pending={adding.isPending && adding.variables.id === person.id}
            onClick={() => adding.mutate(person)}
          >
            {t('webapps.access.add')}
          </ActButton>
        )}
      />
    </Section>
  );
}
