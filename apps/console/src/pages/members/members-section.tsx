import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import rows from '../../design/rows.module.css';
import { Section } from '../../design/section.tsx';
import type { Account } from '../../session/profile.ts';
import { findMembers } from './find-members.ts';
import { MemberRow } from './member-row.tsx';
import type { Member } from './members-query.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** Past so many, a list is searched rather than read. */
const READABLE = 12;

interface Props {
  readonly members: readonly Member[];
  readonly manages: boolean;
  readonly account: Account;
}

export function MembersSection({ members, manages, account }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const [isAllShown, setAllShown] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const found = findMembers(members, wanted);
  const shown = isAllShown ? found : found.slice(0, READABLE);

  return (
    <Section title={t('members.listTitle', { count: members.length })}>
      {news === null ? null : (
        <Notice tone="done" announces={news}>
          <p>{news}</p>
        </Notice>
      )}
      {members.length > READABLE ? (
        <TextInput
          type="search"
          label={t('members.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      ) : null}
      <p role="status" hidden={found.length > 0}>
        {found.length === 0 ? t('members.noneFound') : null}
      </p>
      <ul className={rows.rows} hidden={found.length === 0}>
        {shown.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isSelf={member.id === account.id}
            isManageable={manages && member.id !== account.id && member.role !== 'owner'}
            timeZone={account.timezone}
            onChanged={setNews}
            onRemove={() => setRemoving(member)}
          />
        ))}
      </ul>
      {shown.length < found.length ? (
        <Button variant="outline" onClick={() => setAllShown(true)}>
          {t('members.showAll', { count: found.length })}
        </Button>
      ) : null}
      <RemoveDialog
        member={removing}
        onRemoved={({ name }) => {
          setRemoving(null);
          setNews(t('members.removed', { name }));
        }}
        onClose={() => setRemoving(null)}
      />
    </Section>
  );
}
