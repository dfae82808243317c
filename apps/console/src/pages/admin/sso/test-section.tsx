import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { openTestWindow } from './open-test-window.ts';
import { type Connection, connectionQuery, testQuery } from './sso-query.ts';

const TONES = { running: 'plain', succeeded: 'good', refused: 'bad' } as const;

interface Props {
  readonly connection: Connection;
  /** The form has changes that are not saved. */
  readonly isChanged: boolean;
}

/** Tries the connection before anybody depends on it. */
export function TestSection({ connection, isChanged }: Props) {
  const { t } = useTranslation();
  const { id: connection_id, last_test: last } = connection;
  const starting = useMutation({
    mutationFn: async (show: (url: string) => boolean) => {
      const test = await adminClient.call('POST /admin-api/v1/sso-connections/{connection_id}/tests', {
        params: { connection_id },
      });
      return { ...test, isShown: show(test.url) };
    },
  });
  useReport(connection_id, starting.data?.test_id);

  return (
    <Section id="test" title={t('admin.sso.test.title')} lead={t('admin.sso.test.lead')}>
      {starting.isError ? <AdminRefusal error={starting.error} /> : null}
      {starting.data?.isShown === false ? (
        <Notice tone="attention" announces={starting.data}>
          <p>{t('admin.sso.test.blocked')}</p>
          <a href={starting.data.url} target="_blank" rel="noreferrer">
            {t('admin.sso.test.open')}
          </a>
        </Notice>
      ) : null}
      {last === null ? (
        <p>{t('admin.sso.test.none')}</p>
      ) : (
        <p>
          {t('admin.sso.test.last', { who: last.started_by })} <Time at={new Date(last.started_at)} />{' '}
          <Tag tone={TONES[last.outcome]}>{t(`admin.sso.test.outcomes.${last.outcome}`)}</Tag>{' '}
          {last.is_stale ? t('admin.sso.test.stale') : null}{' '}
          <Link to="/admin/sso/$connectionId/tests/$testId" params={{ connectionId: connection_id, testId: last.id }}>
            {t('admin.sso.test.seeLast')}
          </Link>
        </p>
      )}
      <div className={forms.answers}>
        {isChanged ? (
          <span>{t('admin.sso.test.saveFirst')}</span>
        ) : (
          // The window opens within the click, or a browser keeps it shut.
          <ActButton pending={starting.isPending} onClick={() => starting.mutate(openTestWindow())}>
            {t(last === null ? 'admin.sso.test.start' : 'admin.sso.test.again')}
          </ActButton>
        )}
      </div>
    </Section>
  );
}

/** Looks at the connection anew when its test ends. */
function useReport(connectionId: string, testId: string | undefined): void {
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...testQuery(connectionId, testId ?? ''), enabled: testId !== undefined });
  const outcome = data?.outcome;
  useEffect(() => {
    if (outcome !== undefined) void queryClient.invalidateQueries(connectionQuery(connectionId));
  }, [outcome, connectionId, queryClient]);
}
