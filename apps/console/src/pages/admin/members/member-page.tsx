import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { News } from '../../../design/news.tsx';
import styles from './member.module.css';
import { MemberActions } from './member-actions.tsx';
import { MemberFacts } from './member-facts.tsx';
import { MemberIdentities } from './member-identities.tsx';
import { MemberLocks } from './member-locks.tsx';
import { MemberName } from './member-name.tsx';
import { memberQuery } from './member-query.ts';
import { MemberSessions } from './member-sessions.tsx';
import { MemberWorkspaces } from './member-workspaces.tsx';
import { StatusTag } from './status-tag.tsx';

const route = getRouteApi('/administration/admin/members/$accountId');

/** One account, and what an administrator can do for it. */
export function MemberPage() {
  const { t } = useTranslation();
  const { accountId } = route.useParams();
  const member = useSuspenseQuery(memberQuery(accountId)).data;
  const [news, setNews] = useState<string | null>(null);
  return (
    <>
      <PageHead
        back={<Link to="/admin/members">{t('admin.member.back')}</Link>}
        title={member.name === '' ? member.email : member.name}
        lead={member.email}
        actions={<MemberActions member={member} onNews={setNews} />}
      />
      <div className={styles.tags}>
        <StatusTag status={member.status} />
        {member.is_system_administrator ? <Tag tone="plain">{t('admin.member.isAdministrator')}</Tag> : null}
        {member.must_change_password ? <Tag tone="attention">{t('admin.member.oneTime')}</Tag> : null}
      </div>
      <News text={news} />
      <MemberLocks member={member} onNews={setNews} />
      <MemberFacts member={member} />
      <MemberWorkspaces member={member} />
      <MemberIdentities accountId={member.id} onNews={setNews} />
      <MemberSessions member={member} onNews={setNews} />
      {/* Another account starts with its own name. */}
      <MemberName key={member.id} member={member} />
    </>
  );
}
