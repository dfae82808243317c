import { PAGE_LANGUAGES } from '@latchkey/contract/vocabulary';
import { NativeSelect, Textarea } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { RoleField } from '../../../admin/role-field.tsx';
import { WorkspaceField } from '../../../admin/workspace-field.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { LANGUAGE_NAMES } from '../../../preferences/language.ts';
import { pageLanguage } from '../../../preferences/page-language.ts';
import { addressesFrom } from './addresses-from.ts';
import type { InvitePlan } from './invite-drawer.tsx';

const MOST_AT_ONCE = 1000;

interface Props {
  readonly plan: InvitePlan;
  readonly onChange: (plan: InvitePlan) => void;
  readonly pending: boolean;
  readonly onCheck: (emails: readonly string[]) => void;
}

export function InviteForm({ plan, onChange, pending, onCheck }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isChecked, setChecked] = useState(false);
  const emails = addressesFrom(plan.text);

  const textProblem = () => {
    if (emails.length === 0) return t('field.emailMissing');
    return emails.length > MOST_AT_ONCE ? t('admin.invite.tooMany', { most: MOST_AT_ONCE }) : undefined;
  };
  const problems = {
    workspace: plan.workspaceId === '' ? t('admin.frame.chooseWorkspace') : undefined,
    text: textProblem(),
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problems.text !== undefined) field.current?.focus();
    else if (problems.workspace === undefined && !pending) onCheck(emails);
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <Textarea
        ref={field}
        label={t('admin.invite.addresses')}
        description={t('admin.invite.addressesHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={6}
        value={plan.text}
        onChange={(event) => onChange({ ...plan, text: event.currentTarget.value })}
        error={isChecked ? problems.text : undefined}
      />
      <label className={forms.file}>
        {t('admin.invite.file')}
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={async (event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) onChange({ ...plan, text: await file.text() });
          }}
        />
      </label>
      <WorkspaceField
        label={t('admin.invite.workspace')}
        value={plan.workspaceId}
        error={isChecked ? problems.workspace : undefined}
        onChange={(workspaceId) => onChange({ ...plan, workspaceId })}
      />
      <div className={forms.pair}>
        <RoleField label={t('admin.invite.role')} value={plan.role} onChange={(role) => onChange({ ...plan, role })} />
        <NativeSelect
          label={t('admin.invite.language')}
          value={plan.language}
          data={PAGE_LANGUAGES.map((tag) => ({ value: tag, label: LANGUAGE_NAMES[tag] }))}
          onChange={(event) => onChange({ ...plan, language: pageLanguage([event.currentTarget.value]) })}
        />
      </div>
      <p className={forms.quiet}>{t(`admin.roleHint.${plan.role}`)}</p>
      <div className={forms.answers}>
        <ActButton type="submit" pending={pending}>
          {t('admin.invite.check')}
        </ActButton>
      </div>
    </form>
  );
}
