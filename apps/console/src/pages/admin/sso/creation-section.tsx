import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { RoleField } from '../../../admin/role-field.tsx';
import { WorkspaceField } from '../../../admin/workspace-field.tsx';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import { LinesField } from './lines-field.tsx';
import styles from './sso.module.css';
import type { ConnectionFields } from './use-draft.ts';

/** What becomes of somebody who has no account here. */
export function CreationSection({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { draft, onChange } = fields;
  return (
    <Section title={t('admin.sso.creation.title')} lead={t('admin.sso.creation.lead')}>
      <Switch
        title={t('admin.sso.creation.enabled.title')}
        text={t('admin.sso.creation.enabled.text')}
        on={draft.createsAccounts}
        onWord={t('admin.frame.on')}
        offWord={t('admin.frame.off')}
        onChange={(createsAccounts) => onChange({ createsAccounts })}
      />
      {draft.createsAccounts ? (
        <>
          <LinesField
            fields={fields}
            name="creationDomains"
            label={t('admin.sso.creation.domains')}
            hint={t('admin.sso.creation.domainsHint')}
            placeholder="example.com"
          />
          <div className={styles.fields}>
            <WorkspaceField
              label={t('admin.sso.creation.workspace')}
              value={draft.workspaceId}
              none={t('admin.sso.creation.defaultWorkspace')}
              onChange={(workspaceId) => onChange({ workspaceId })}
            />
            <RoleField
              label={t('admin.sso.creation.role')}
              value={draft.role}
              onChange={(role) => onChange({ role })}
            />
          </div>
          <GroupRoles fields={fields} />
        </>
      ) : null}
    </Section>
  );
}

function GroupRoles({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  const { groupRoles } = fields.draft;
  const set = (next: typeof groupRoles) => fields.onChange({ groupRoles: next });
  return (
    <fieldset className={forms.group}>
      <legend>{t('admin.sso.creation.groupRoles')}</legend>
      <p className={forms.quiet}>{t('admin.sso.creation.groupRolesHint')}</p>
      {groupRoles.map(({ group, role }, index) => {
        const number = index + 1;
        return (
          // Rows have no name but their place.
          <div key={number} className={styles.groupRow}>
            <TextInput
              aria-label={t('admin.sso.creation.group', { number })}
              maxLength={256}
              value={group}
              onChange={(event) => set(groupRoles.with(index, { group: event.currentTarget.value, role }))}
            />
            <RoleField
              label={t('admin.sso.creation.groupRole', { number })}
              isBare
              value={role}
              onChange={(chosen) => set(groupRoles.with(index, { group, role: chosen }))}
            />
            <Button
              variant="outline"
              color="danger"
              aria-label={t('admin.sso.creation.removeGroup', { number })}
              onClick={() => set(groupRoles.toSpliced(index, 1))}
            >
              ×
            </Button>
          </div>
        );
      })}
      <div>
        <Button variant="outline" onClick={() => set([...groupRoles, { group: '', role: 'normal' }])}>
          {t('admin.sso.creation.addGroup')}
        </Button>
      </div>
    </fieldset>
  );
}
