import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import { Notice } from '../../../design/notice.tsx';
import { connectionQuery, type SsoTest, testQuery } from './sso-query.ts';
import { TestClaims } from './test-claims.tsx';
import { TestDecision } from './test-decision.tsx';
import { TestMapping } from './test-mapping.tsx';
import { TestRefusal } from './test-refusal.tsx';

const route = getRouteApi('/administration/admin/sso/$connectionId/tests/$testId');

/** What came back from a test, what it was read as, and what a sign-in would have done. */
export function SsoTestPage() {
  const { t } = useTranslation();
  const { connectionId, testId } = route.useParams();
  const connection = useSuspenseQuery(connectionQuery(connectionId)).data;
  const query = useQuery(testQuery(connectionId, testId));
  return (
    <>
      <PageHead
        back={
          <Link to="/admin/sso/$connectionId" params={{ connectionId }}>
            {t('admin.sso.test.backTo')}
          </Link>
        }
        title={t('admin.sso.test.page', { name: connection.name })}
        lead={t('admin.sso.test.pageLead')}
        actions={
          window.name === '' ? undefined : (
            <Button variant="outline" onClick={() => window.close()}>
              {t('admin.sso.test.close')}
            </Button>
          )
        }
      />
      <Loaded query={query}>
        {(test) => (
          <>
            <Outcome test={test} />
            {test.refusal === null ? null : <TestRefusal refusal={test.refusal} />}
            {test.decision === null ? null : <TestDecision decision={test.decision} />}
            {test.mapped === null ? null : <TestMapping mapped={test.mapped} fields={connection.provider.fields} />}
            {test.claims === null ? null : <TestClaims claims={test.claims} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Outcome({ test: { outcome, is_stale } }: { readonly test: SsoTest }) {
  const { t } = useTranslation();
  if (outcome === 'running') {
    return (
      <Notice tone="attention" title={t('admin.sso.test.running')}>
        <p>{t('admin.sso.test.runningText')}</p>
      </Notice>
    );
  }
  return (
    <>
      {outcome === 'succeeded' ? (
        <Notice tone="done" title={t('admin.sso.test.passed')} announces={outcome}>
          <p>{t('admin.sso.test.passedText')}</p>
        </Notice>
      ) : null}
      {is_stale ? (
        <Notice tone="attention" title={t('admin.sso.test.staleTitle')}>
          <p>{t('admin.sso.test.staleText')}</p>
        </Notice>
      ) : null}
    </>
  );
}
