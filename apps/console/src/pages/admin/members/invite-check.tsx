import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { Tag } from '../../../admin/tag.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { distinctKeys } from './distinct-keys.ts';
import styles from './invite.module.css';

export type InviteResult = Answer<'POST /admin-api/v1/invitations'>['results'][number];

const INVITED: readonly InviteResult['outcome'][] = ['invited', 'invited_again'];

interface Props {
  readonly results: readonly InviteResult[];
  readonly pending: boolean;
  readonly onInvite: (emails: readonly string[]) => void;
  readonly onBack: () => void;
}

/** What would become of each address; nothing is sent yet. */
export function InviteCheck({ results, pending, onInvite, onBack }: Props) {
  const { t } = useTranslation();
  const good = results.filter(({ outcome }) => INVITED.includes(outcome));
  const bad = results.filter(({ outcome }) => !INVITED.includes(outcome));
  return (
    <>
      <Notice tone={good.length === 0 ? 'attention' : 'done'} announces={results}>
        <p>{t('admin.invite.checked', { count: good.length, of: results.length })}</p>
      </Notice>
      <ul className={styles.results}>
        {/* Those who need a look first. */}
        {distinctKeys([...bad, ...good], ({ email }) => email).map(([key, { email, outcome }]) => (
          <li key={key}>
            <span className={styles.email}>{email}</span>
            <Tag tone={INVITED.includes(outcome) ? 'good' : 'attention'}>{t(`admin.invite.would.${outcome}`)}</Tag>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {good.length === 0 ? null : (
          <ActButton pending={pending} onClick={() => onInvite(good.map(({ email }) => email))}>
            {t('admin.invite.send', { count: good.length })}
          </ActButton>
        )}
        <Button variant="outline" onClick={onBack}>
          {t('admin.frame.back')}
        </Button>
      </div>
      <p className={forms.quiet}>{t('admin.invite.nothingSent')}</p>
    </>
  );
}
