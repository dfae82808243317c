import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import styles from './settings.module.css';
import type { SettingsSectionProps } from './settings-form.tsx';

const ORDER = ['label', 'input', 'description', 'error'] as const;

export function OrganisationSection({ draft, fixed, problem, onChange }: SettingsSectionProps) {
  const { t } = useTranslation();
  const isAddressFixed = fixed.includes('public_url');
  return (
    <Section title={t('admin.settings.organisationTitle')}>
      <div className={styles.fields}>
        <TextInput
          label={t('admin.settings.organisation')}
          description={t('admin.settings.organisationHint')}
          inputWrapperOrder={[...ORDER]}
          placeholder="Latchkey"
          maxLength={50}
          value={draft.organisation}
          onChange={(event) => onChange({ organisation: event.currentTarget.value })}
        />
        <TextInput
          label={t('admin.settings.contact')}
          description={t('admin.settings.contactHint')}
          inputWrapperOrder={[...ORDER]}
          maxLength={120}
          value={draft.contact}
          onChange={(event) => onChange({ contact: event.currentTarget.value })}
        />
        <TextInput
          label={t('admin.settings.publicUrl')}
          description={t(isAddressFixed ? 'admin.settings.fixed' : 'admin.settings.publicUrlHint')}
          inputWrapperOrder={[...ORDER]}
          inputMode="url"
          placeholder="https://id.example.com"
          disabled={isAddressFixed}
          value={draft.publicUrl}
          error={problem('publicUrl')}
          onChange={(event) => onChange({ publicUrl: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}
