import { ADMIN_SCOPES, type AdminScope } from '@latchkey/contract/vocabulary';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { CopyField } from '../../../admin/copy-field.tsx';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';
import { Notice } from '../../../design/notice.tsx';
import { apiKeysQuery } from './administrators-query.ts';
import { ScopeFields } from './scope-fields.tsx';

const LIFETIMES = ['30', '90', '365', 'never'] as const;

/** Makes a key for a script; it is shown this once. */
export function CreateApiKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly AdminScope[]>([]);
  const [lifetime, setLifetime] = useState<string>('90');
  const [isChecked, setChecked] = useState(false);
  const creating = useMutation({
    mutationFn: () =>
      adminClient.call('POST /admin-api/v1/api-keys', {
        body: {
          name: name.trim(),
          scopes: ADMIN_SCOPES.filter((scope) => scopes.includes(scope)),
          expires_in_days: lifetime === 'never' ? null : Number(lifetime),
        },
      }),
    onSuccess: () => queryClient.invalidateQueries(apiKeysQuery),
  });
  const problems = {
    name: name.trim() === '' ? t('field.nameMissing') : undefined,
    scopes: scopes.length === 0 ? t('admin.keys.scopesMissing') : undefined,
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!creating.isPending) creating.mutate();
  };

  return (
    <Drawer
      title={t('admin.keys.create')}
      lead={t('admin.keys.createLead')}
      closeLabel={t('admin.frame.close')}
      isFirm={creating.isSuccess}
      onClose={onClose}
    >
      {creating.isError ? <AdminRefusal error={creating.error} /> : null}
      {creating.isSuccess ? (
        <>
          <Notice tone="done" title={t('admin.keys.created', { name: creating.data.name })} announces={creating.data}>
            <p>{t('admin.keys.shownOnce')}</p>
          </Notice>
          <CopyField label={t('admin.keys.key')} value={creating.data.key} />
          <CopyField
            label={t('admin.keys.example')}
            value={`curl -H "Authorization: Bearer $LATCHKEY_API_KEY" ${location.origin}/admin-api/v1/overview`}
          />
          <div className={forms.answers}>
            <Button onClick={onClose}>{t('admin.keys.noted')}</Button>
          </div>
        </>
      ) : (
        <form className={forms.form} onSubmit={submit} noValidate>
          <TextInput
            label={t('admin.members.name')}
            description={t('admin.keys.nameHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            name="name"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isChecked ? problems.name : undefined}
          />
          <NativeSelect
            label={t('admin.keys.lifetime')}
            value={lifetime}
            data={LIFETIMES.map((days) => ({ value: days, label: t(`admin.keys.lifetimes.${days}`) }))}
            onChange={(event) => setLifetime(event.currentTarget.value)}
          />
          <ScopeFields scopes={scopes} onChange={setScopes} error={isChecked ? problems.scopes : undefined} />
          <div className={forms.answers}>
            <ActButton type="submit" pending={creating.isPending}>
              {t('admin.keys.create')}
            </ActButton>
          </div>
        </form>
      )}
    </Drawer>
  );
}
