import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../../../admin/duration-field.tsx';
import { Section } from '../../../design/section.tsx';
import styles from './settings.module.css';
import type { SettingsSectionProps } from './settings-form.tsx';

const NUMBERS = ['passwordMinLength', 'invitationHours', 'retentionDays'] as const;

/** How long things last, and how long passwords are. */
export function RulesSection({ draft, problem, onChange }: SettingsSectionProps) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('admin.settings.sessions')} lead={t('admin.settings.sessionsLead')}>
        <div className={styles.fields}>
          <DurationField
            label={t('admin.settings.idle')}
            value={draft.idle}
            error={problem('idle')}
            onChange={(idle) => onChange({ idle })}
          />
          <DurationField
            label={t('admin.settings.absolute')}
            value={draft.absolute}
            error={problem('absolute')}
            onChange={(absolute) => onChange({ absolute })}
          />
        </div>
      </Section>
      <Section title={t('admin.settings.rules')}>
        <div className={styles.fields}>
          {NUMBERS.map((name) => (
            <TextInput
              key={name}
              label={t(`admin.settings.${name}.label`)}
              description={t(`admin.settings.${name}.hint`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="numeric"
              value={draft[name]}
              error={problem(name)}
              onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      </Section>
    </>
  );
}
