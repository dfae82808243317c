import { OAuth2Fields } from './oauth2-fields.tsx';
import { OidcFields } from './oidc-fields.tsx';
import { SamlFields } from './saml-fields.tsx';
import type { Connection } from './sso-query.ts';
import type { ConnectionFields } from './use-draft.ts';

interface Props {
  readonly fields: ConnectionFields;
  /** What is saved; `null` before there is anything. */
  readonly connection: Connection | null;
}

/** How the provider is reached and recognised. */
export function ProviderSection({ fields, connection }: Props) {
  switch (fields.draft.protocol) {
    case 'saml': {
      const saved = connection?.provider.protocol === 'saml' ? connection.provider.certificate_details : [];
      return <SamlFields fields={fields} saved={saved} />;
    }
    case 'oidc':
      return <OidcFields fields={fields} />;
    case 'oauth2':
      return <OAuth2Fields fields={fields} />;
  }
}
