import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import { describeBrowser } from './describe-browser.ts';
import { EndOthers } from './end-others.tsx';
import { SessionGroup } from './session-group.tsx';
import { SessionRow } from './session-row.tsx';
import { type Session, sessionsQuery } from './sessions-query.ts';

/** Browsers and terminals together; this one is marked, any other can be ended. */
export function SessionsSection({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const sessions = useSuspenseQuery(sessionsQuery).data;
  const [news, setNews] = useState<string | null>(null);

  const labelOf = ({ kind, label }: Session) => {
    const browser = kind === 'browser' ? describeBrowser(label) : undefined;
    return browser === undefined ? label : t('sessions.browserOn', { ...browser });
  };

  const ending = useMutation({
    mutationFn: ({ id }: Session) =>
      client.call('DELETE /console/api/account/sessions/{session_id}', { params: { session_id: id } }),
    onMutate: () => setNews(null),
    onSuccess: (_, session) => {
      setNews(t('sessions.ended', { label: labelOf(session) }));
      return queryClient.invalidateQueries(sessionsQuery);
    },
  });

  const row = (session: Session) => (
    <SessionRow
      key={session.id}
      session={session}
      label={labelOf(session)}
      timeZone={timeZone}
      ending={ending.isPending && ending.variables.id === session.id}
      onEnd={() => ending.mutate(session)}
    />
  );

  return (
    <Section id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
      {ending.isError ? <RefusalNotice error={ending.error} /> : null}
      {news === null ? null : (
        <Notice tone="done" announces={news}>
          <p>{news}</p>
        </Notice>
      )}
      <SessionGroup title={t('sessions.browsers')} sessions={sessions.filter(isBrowser)} row={row} />
      <SessionGroup
        title={t('sessions.terminals')}
        sessions={sessions.filter((session) => !isBrowser(session))}
        row={row}
        empty={
          <p>
            {t('sessions.noTerminals')} <code>difyctl auth login</code>
          </p>
        }
      />
      {sessions.some(({ current }) => !current) ? (
        <EndOthers onEnded={(count) => setNews(t('sessions.othersEnded', { count }))} />
      ) : null}
    </Section>
  );
}

function isBrowser({ kind }: Session): boolean {
  return kind === 'browser';
}
