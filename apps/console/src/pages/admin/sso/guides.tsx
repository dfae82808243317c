import type { SsoProtocol } from '@latchkey/contract/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Addresses } from './addresses.ts';
import { GuideDrawer } from './guide-drawer.tsx';
import { GUIDES, type GuideName, PROVIDER_NAMES } from './guide-names.ts';
import styles from './sso.module.css';

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
