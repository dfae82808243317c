import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../admin/facts.tsx';
import { Loaded } from '../../../admin/loaded.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Section } from '../../../design/section.tsx';
import { type WebAppSettings, webAppSettingsQuery } from './webapps-query.ts';

/** How apps are reached: what the operator has set is told, not changed here. */
export function GateSection() {
  const { t } = useTranslation();
  const query = useQuery(webAppSettingsQuery);
  return (
    <Section title={t('admin.webapps.gate')} lead={t('admin.webapps.gateLead')}>
      <Loaded query={query}>{(settings) => <Gate settings={settings} />}</Loaded>
    </Section>
  );
}

function Gate({ settings }: { readonly settings: WebAppSettings }) {
  const { t } = useTranslation();
  const { apps_domain, apps_by_path, token_in_url } = settings;
  const onOff = (is: boolean) => (
    <Tag tone={is ? 'attention' : 'plain'}>{t(is ? 'admin.frame.on' : 'admin.frame.off')}</Tag>
  );
  return (
    <Facts
      facts={[
        [
          t('admin.webapps.domain'),
          apps_domain === '' ? t('admin.webapps.noDomain') : <code key="domain">{`CODE.${apps_domain}`}</code>,
        ],
        [t('admin.webapps.byPath'), onOff(apps_by_path)],
        [t('admin.webapps.tokenInUrl'), onOff(token_in_url)],
      ]}
    />
  );
}
