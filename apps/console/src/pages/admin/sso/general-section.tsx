import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import { LogoField } from './logo-field.tsx';
import styles from './sso.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';
import { UsesField } from './uses-field.tsx';

/** What the connection is called, and what it is for. */
export function GeneralSection({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  return (
    <Section title={t('admin.sso.general.title')}>
      <Switch
        title={t('admin.sso.general.enabled.title')}
        text={t('admin.sso.general.enabled.text')}
        on={fields.draft.enabled}
        onWord={t('admin.frame.on')}
        offWord={t('admin.frame.off')}
        onChange={(enabled) => fields.onChange({ enabled })}
      />
      <NameFields fields={fields} />
      <LogoField logo={fields.draft.logo} onChange={(logo) => fields.onChange({ logo })} />
      <UsesField uses={fields.draft.uses} onChange={(uses) => fields.onChange({ uses })} />
    </Section>
  );
}

export function NameFields({ fields }: { readonly fields: ConnectionFields }) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <TextField
        fields={fields}
        name="name"
        label={t('admin.sso.general.name')}
        hint={t('admin.sso.general.nameHint')}
        maxLength={80}
      />
      <TextField
        fields={fields}
        name="label"
        label={t('admin.sso.general.label')}
        hint={t('admin.sso.general.labelHint')}
        maxLength={40}
      />
    </div>
  );
}
