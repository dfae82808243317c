import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../admin/loaded.tsx';
import rows from '../../../design/rows.module.css';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import styles from './access-requests.module.css';
import { AnswerRequest } from './answer-request.tsx';
import { type AccessRequest, accessRequestsQuery } from './invitations-query.ts';

/** People who have an account and ask for a workspace. */
export function AccessRequests({ onNews }: { readonly onNews: (news: string) => void }) {
  const { t } = useTranslation();
  const query = useQuery(accessRequestsQuery);
  const [answering, setAnswering] = useState<AccessRequest | null>(null);
  return (
    <Section title={t('admin.requests.title')} lead={t('admin.requests.lead')}>
      <Loaded query={query}>
        {({ data, total }) =>
          total === 0 ? (
            <p>{t('admin.requests.empty')}</p>
          ) : (
            <>
              <ul className={rows.rows}>
                {data.map((request) => (
                  <li key={request.id}>
                    <div className={rows.what}>
                      <span className={rows.name}>
                        <Link to="/admin/members/$accountId" params={{ accountId: request.account.id }}>
                          {request.account.name}
                        </Link>
                      </span>
                      <span className={rows.facts}>
                        <span>{request.account.email}</span>
                        <Time at={new Date(request.created_at)} />
                      </span>
                      {request.message === '' ? null : <p className={styles.message}>{request.message}</p>}
                    </div>
                    <Button
                      variant="outline"
                      aria-label={t('admin.requests.answerNamed', { name: request.account.name })}
                      onClick={() => setAnswering(request)}
                    >
                      {t('admin.requests.answer')}
                    </Button>
                  </li>
                ))}
              </ul>
              {total > data.length ? <p>{t('admin.requests.more', { count: total - data.length })}</p> : null}
            </>
          )
        }
      </Loaded>
      {answering === null ? null : (
        <AnswerRequest
          request={answering}
          onDone={(news) => {
            setAnswering(null);
            onNews(news);
          }}
          onClose={() => setAnswering(null)}
        />
      )}
    </Section>
  );
}
