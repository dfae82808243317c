import type { SsoProtocol } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../admin/copy-field.tsx';
import forms from '../../../admin/forms.module.css';
import { Section } from '../../../design/section.tsx';
import type { Addresses } from './addresses.ts';
import { Guides } from './guides.tsx';
import styles from './sso.module.css';

interface Props {
  readonly protocol: SsoProtocol;
  readonly addresses: Addresses;
}

/** What the provider's administrator needs of us. */
export function AddressesSection({ protocol, addresses }: Props) {
  const { t } = useTranslation();
  const { entity_id, metadata_url, login_url, back_channel_logout_url, callback_aliases } = addresses;
  return (
    <Section title={t('admin.sso.addresses.title')} lead={t('admin.sso.addresses.lead')}>
      <CopyField label={t(`admin.sso.addresses.callback.${protocol}`)} value={addresses.callback_url} />
      {entity_id === null ? null : <CopyField label={t('admin.sso.addresses.entityId')} value={entity_id} />}
      {metadata_url === null ? null : <CopyField label={t('admin.sso.addresses.metadata')} value={metadata_url} />}
      {back_channel_logout_url === null ? null : (
        <CopyField label={t('admin.sso.addresses.backChannel')} value={back_channel_logout_url} />
      )}
      {login_url === null ? null : (
        <div className={styles.stack}>
          <CopyField label={t('admin.sso.addresses.login')} value={login_url} />
          <p className={`${forms.quiet} ${forms.small}`}>{t('admin.sso.addresses.loginHint')}</p>
        </div>
      )}
      {callback_aliases.map((alias) => (
        <CopyField key={alias} label={t('admin.sso.addresses.aliases')} value={alias} />
      ))}
      <Guides protocol={protocol} addresses={addresses} />
    </Section>
  );
}
