import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import styles from './members.module.css';
import type { Member } from './members-query.ts';
import { sendOwnerCode } from './send-owner-code.ts';

interface Props {
  readonly members: readonly Member[];
  readonly onSent: (successor: Member, token: string) => void;
}

export function ChooseOwner({ members, onSent }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const [id, setId] = useState('');
  const [isChecked, setChecked] = useState(false);
  const successor = members.find((member) => member.id === id);

  const sending = useMutation({
    mutationFn: async (chosen: Member) => ({ chosen, token: await sendOwnerCode(language) }),
    onSuccess: ({ chosen, token }) => onSent(chosen, token),
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (successor !== undefined && !sending.isPending) sending.mutate(successor);
  };

  if (members.length === 0) return <p>{t('ownership.nobodyElse')}</p>;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {sending.isError ? <RefusalNotice error={sending.error} /> : null}
      <NativeSelect
        label={t('ownership.successor')}
        value={id}
        data={[
          { value: '', label: t('ownership.choose') },
          ...members.map((member) => ({ value: member.id, label: `${member.name} (${member.email})` })),
        ]}
        onChange={(event) => setId(event.currentTarget.value)}
        error={isChecked && successor === undefined ? t('ownership.choose') : undefined}
      />
      <div className={styles.act}>
        <ActButton type="submit" pending={sending.isPending}>
          {t('signin.sendCode')}
        </ActButton>
      </div>
    </form>
  );
}
