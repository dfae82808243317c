import type { SsoProtocol } from '@latchkey/contract/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Addresses } from './addresses-section.tsx';
import { GuideDrawer } from './guide-drawer.tsx';
import styles from './sso.module.css';

const EVERYWHERE = ['okta', 'entra-id', 'google-workspace', 'keycloak', 'authentik'] as const;
const GUIDES = { oidc: EVERYWHERE, saml: EVERYWHERE, oauth2: ['github'] } as const;

export type GuideName = (typeof GUIDES)[SsoProtocol][number];

/** As their makers write them, in every language. */
export const PROVIDER_NAMES: Readonly<Record<GuideName, string>> = {
  okta: 'Okta',
  'entra-id': 'Microsoft Entra ID',
  'google-workspace': 'Google Workspace',
  keycloak: 'Keycloak',
  authentik: 'authentik',
  github: 'GitHub',
};

interface Props {
  readonly protocol: SsoProtocol;
  readonly addresses: Addresses;
}

/** The guides to the providers that speak this protocol. */
export function Guides({ protocol, addresses }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<GuideName | null>(null);
  return (
    <>
      <div className={styles.guides}>
        <span>{t('admin.sso.create.guides')}</span>
        {GUIDES[protocol].map((name) => (
          <button key={name} type="button" onClick={() => setOpen(name)}>
            {PROVIDER_NAMES[name]}
          </button>
        ))}
      </div>
      {open === null ? null : (
        <GuideDrawer
          name={open}
          protocol={protocol}
          callbackUrl={addresses.callback_url}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
