import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveDrawer } from './leave-drawer.tsx';
import type { Member } from './member-query.ts';
import { PasswordReset } from './password-reset.tsx';
import { StatusChange } from './status-change.tsx';

type Deed = 'reset' | 'ban' | 'unban' | 'close' | 'delete';

interface Props {
  readonly member: Member;
  readonly onNews: (news: string) => void;
}

/** What can be done to an account in its state. */
export function MemberActions({ member, onNews }: Props) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = () => setDeed(null);
  const done = (news: string) => {
    close();
    onNews(news);
  };
  const { status } = member;
  const deeds: readonly Deed[] = [
    ...(status === 'active' ? (['reset', 'ban'] as const) : []),
    ...(status === 'banned' ? (['unban'] as const) : []),
    ...(status === 'closed' ? [] : (['close'] as const)),
    'delete',
  ];
  return (
    <>
      {deeds.map((one) => (
        <Button
          key={one}
          variant="outline"
          {...(one === 'reset' || one === 'unban' ? {} : { color: 'danger' })}
          onClick={() => setDeed(one)}
        >
          {t(`admin.member.do.${one}`)}
        </Button>
      ))}
      {deed === 'reset' ? <PasswordReset member={member} onClose={close} /> : null}
      {deed === 'ban' || deed === 'unban' ? (
        <StatusChange member={member} deed={deed} onDone={done} onClose={close} />
      ) : null}
      {deed === 'close' || deed === 'delete' ? (
        <LeaveDrawer member={member} deed={deed} onDone={done} onClose={close} />
      ) : null}
    </>
  );
}
