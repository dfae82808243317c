import type { IdTokenAlgorithm, SsoConnectionId } from '@latchkey/contract/vocabulary';

/** One configured identity provider. Whoever holds one holds its secret in the clear: at rest it is sealed. */
export interface SsoConnection {
  readonly id: SsoConnectionId;
  /** As administrators call it; shown in refusals, never to the provider. */
  readonly name: string;
  readonly provider: SsoProvider;
}

export type SsoProvider = SamlProvider | OidcProvider | OAuth2Provider;

/**
 * Where in the provider's answer a field stands. In SAML the `Name` of an attribute; in OpenID Connect and OAuth 2.0 a
 * claim, or keys and indexes joined by dots (`data.user.mail`, `emails.0.value`). `null`: where the protocol has it.
 */
export interface FieldMapping {
  /** `null`: the NameID, or `sub`. An identity is (connection, subject), so changing this makes everybody a stranger. */
  readonly subject: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly groups: string | null;
}

/** When a mail address counts as verified by the provider. Without a rule an address is a label, never an identity. */
export type EmailVerification =
  /** When the field at this path is `true` (also `"true"`, `1` and `"1"`: Entra ID's `xms_edov` comes in all of them). */
  | { readonly kind: 'claim'; readonly path: string }
  /** Every address this provider sends: an administrator says that people cannot choose theirs there. */
  | { readonly kind: 'always' }
  | { readonly kind: 'never' };

/** SAML 2.0, web browser SSO profile: we are the service provider. */
export interface SamlProvider {
  readonly protocol: 'saml';
  /** The provider's entity id, which every answer must bear as its issuer. */
  readonly entityId: string;
  /** Where people are sent to sign in. */
  readonly ssoUrl: string;
  readonly ssoBinding: 'redirect' | 'post';
  /** Signing certificates in PEM or bare base64; one is enough, two during a rollover. Their dates are not judged. */
  readonly certificates: readonly string[];
  /** The NameID format to ask for; `null` leaves it to the provider. */
  readonly nameIdFormat: string | null;
  readonly fields: FieldMapping;
  readonly verifiedEmail: EmailVerification;
  readonly clockSkewSeconds: number;
  /** Whether people may start at the provider's own page. Such an answer is bound to no browser, so leave it off. */
  readonly allowsIdpInitiated: boolean;
  /** Authentication context classes of which the provider must have used one; none: any will do. */
  readonly requiredContexts: readonly string[];
}

/** OpenID Connect, code flow with PKCE: we are the relying party. */
export interface OidcProvider {
  readonly protocol: 'oidc';
  /** Exactly as the provider writes it: it is compared letter by letter. */
  readonly issuer: string;
  readonly clientId: string;
  /** `null`: a public client. */
  readonly clientSecret: string | null;
  /** `openid` is asked for in any case. */
  readonly scopes: readonly string[];
  /** The one algorithm the provider registered for us (OIDC Core §3.1.3.7 item 7); nearly always `RS256`. */
  readonly idTokenAlgorithm: IdTokenAlgorithm;
  /** Whether fields missing in the ID token are asked for at the user-info endpoint. */
  readonly asksUserInfo: boolean;
  readonly fields: FieldMapping;
  readonly verifiedEmail: EmailVerification;
  readonly clockSkewSeconds: number;
  /** `acr` values of which the ID token must bear one; none: any will do. */
  readonly requiredContexts: readonly string[];
}

/** OAuth 2.0 with a user-info address of the provider's own kind. */
export interface OAuth2Provider {
  readonly protocol: 'oauth2';
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  /** Where the provider lists a person's addresses as GitHub does: `[{email, primary, verified}]`. */
  readonly emailsUrl: string | null;
  /** What the provider sends as `iss` in its answers (RFC 9207); `null`: it sends none. */
  readonly issuer: string | null;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** How the secret travels to the token address: `basic` in a header, `post` in the form. */
  readonly tokenAuthentication: 'basic' | 'post';
  readonly scopes: readonly string[];
  readonly fields: FieldMapping & { readonly subject: string };
  readonly verifiedEmail: EmailVerification;
}
