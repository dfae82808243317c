import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { SaveBar } from '../../../admin/save-bar.tsx';
import { News } from '../../../design/news.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import { combination } from './combination.ts';
import styles from './methods.module.css';
import { policyQuery, type Switches, switchesOf } from './policy-query.ts';
import { ReviewDrawer } from './review-drawer.tsx';
import { SsoRows } from './sso-rows.tsx';

const METHODS = ['email_password', 'email_code'] as const;
const CREATION = ['allow_registration', 'create_personal_spaces'] as const;

/** Which ways in, and which ways to an account, are on for workspaces. */
export function MethodsPage() {
  const { t } = useTranslation();
  const policy = useSuspenseQuery(policyQuery).data;
  const [changes, setChanges] = useState<Partial<Switches>>({});
  const [isReviewing, setReviewing] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const saved = switchesOf(policy);
  const draft = { ...saved, ...changes };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const isNothingOn = !(draft.email_password || draft.email_code || draft.sso);

  const change = (made: Partial<Switches>) => {
    setNews(null);
    setChanges({ ...changes, ...made });
  };

  const row = (name: (typeof METHODS)[number] | (typeof CREATION)[number]) => (
    <Switch
      key={name}
      title={t(`admin.methods.${name}.title`)}
      text={t(`admin.methods.${name}.text`)}
      on={draft[name]}
      onWord={t('admin.frame.on')}
      offWord={t('admin.frame.off')}
      onChange={(on) => change({ [name]: on })}
    />
  );

  return (
    <>
      <PageHead title={t('admin.methods.title')} lead={t('admin.methods.lead')} />
      <News text={news} />
      <Section title={t('admin.methods.workspaces')} lead={t('admin.methods.workspacesLead')}>
        <div className={styles.rows}>
          {METHODS.map(row)}
          <SsoRows draft={draft} policy={policy} onChange={change} />
        </div>
        {isNothingOn ? (
          <Notice tone="attention" title={t('admin.methods.nothingOn')}>
            <p>{t('admin.methods.nothingOnText')}</p>
          </Notice>
        ) : null}
      </Section>
      <Section title={t('admin.methods.creation')} lead={t('admin.methods.creationLead')}>
        <div className={styles.rows}>{CREATION.map(row)}</div>
        <p className={styles.together} role="status">
          <strong>{t('admin.methods.together')}</strong> {t(`admin.methods.combination.${combination(draft)}`)}
        </p>
      </Section>
      {isChanged ? (
        <SaveBar text={t('admin.methods.unsaved')}>
          <Button onClick={() => setReviewing(true)}>{t('admin.methods.review')}</Button>
          <Button variant="outline" onClick={() => setChanges({})}>
            {t('admin.frame.discard')}
          </Button>
        </SaveBar>
      ) : null}
      {isReviewing ? (
        <ReviewDrawer
          draft={draft}
          policy={policy}
          onSaved={() => {
            setReviewing(false);
            setChanges({});
            setNews(t('admin.methods.saved'));
          }}
          onClose={() => setReviewing(false)}
        />
      ) : null}
    </>
  );
}
