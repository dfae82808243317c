import type { IdTokenAlgorithm, SsoConnectionId } from '@latchkey/contract/vocabulary';
import type { SsoConnection } from './sso-connection.ts';

/**
 * What we need from outside to ask an identity provider who somebody is. It knows no account and keeps nothing: what
 * must be remembered between question and answer is handed out as {@link SsoMemory} and handed back. Every method may
 * throw an `SsoRefusal`; anything else thrown is a bug.
 */
export interface SsoConnector {
  /** The question: where the browser goes, and what to keep for this one browser until it comes back. */
  begin(connection: SsoConnection, request: SsoRequest): Promise<SsoQuestion>;
  /**
   * The answer to a question. The caller has found `memory` by the answer's state, consumed it by one conditional
   * write, and made sure that it belongs to the browser that brought the answer.
   */
  finish(connection: SsoConnection, memory: SsoMemory, answer: SsoAnswer): Promise<ProviderIdentity>;
  /**
   * An answer without a question: SAML started at the provider, if the connection allows it. It is bound to no browser,
   * so anybody can make somebody else bring theirs: it must never be used to link an identity. Its RelayState is not
   * looked at.
   */
  acceptUnsolicited(connection: SsoConnection, at: SsoAddresses, answer: SsoAnswer): Promise<ProviderIdentity>;
  /** What the provider's administrator needs of us. Of a SAML connection only. */
  describe(connection: SsoConnection, at: SsoAddresses): ServiceProviderDescription;
  /** What a provider says about itself in its SAML metadata, by URL, from a file or pasted. */
  inspectMetadata(source: MetadataSource): Promise<SamlMetadata>;
  /** What an OpenID provider says about itself (OpenID Connect Discovery 1.0). */
  discover(issuer: string): Promise<OidcDiscovery>;
  /**
   * Who is signed out by a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6); each token holds once.
   * Refused with `logout_token_invalid` and the codes of signatures and issuers.
   */
  verifyBackChannelLogout(connection: SsoConnection, logoutToken: string): Promise<BackChannelLogout>;
  /**
   * Where the browser goes to sign out at the provider too (OpenID Connect RP-Initiated Logout 1.0); `null` where the
   * provider has no such page.
   */
  signOutAddress(connection: SsoConnection, returnUrl: string): Promise<string | null>;
}

/** Remembers what may be used once. */
export interface SsoReplayGuard {
  /**
   * Of any number of calls with one key, on any number of replicas, exactly one returns true until `expiresAt`.
   * One conditional write. The key is no secret and holds no personal data; at most 200 characters.
   */
  remember(key: string, expiresAt: Date): Promise<boolean>;
}

export interface SsoAddresses {
  /** The connection's callback address: ACS URL or redirect URI, as registered at the provider. */
  readonly callbackUrl: string;
  /** Our SAML entity id; the callback address when absent, as Dify's guides have it. */
  readonly entityId?: string;
}

export interface SsoRequest extends SsoAddresses {
  /** The person must prove themselves to the provider now, however recently they did. */
  readonly forceReauthentication?: boolean;
  /** The mail address typed on the sign-in page, as a hint to the provider (OIDC only). */
  readonly loginHint?: string;
}

export interface SsoQuestion {
  readonly redirect: SsoRedirect;
  readonly memory: SsoMemory;
}

export type SsoRedirect =
  | { readonly kind: 'url'; readonly url: string }
  /** A form that the browser posts by itself. */
  | { readonly kind: 'form'; readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** How long an answer may take; a person may have to find their phone. */
export const SSO_TRANSACTION_TTL_SECONDS = 900;

/**
 * What one sign-in remembers until the browser is back: plain JSON, secret, good once and only for the browser that
 * asked. `state` is what the answer is found by (`state`, in SAML `RelayState`): 256 bits, stored as its digest.
 */
export type SsoMemory = SamlMemory | OidcMemory | OAuth2Memory;

interface MemoryOfAny {
  readonly connectionId: SsoConnectionId;
  readonly state: string;
  readonly callbackUrl: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly forceReauthentication: boolean;
}

export interface SamlMemory extends MemoryOfAny {
  readonly protocol: 'saml';
  /** The provider's entity id when it was asked. */
  readonly issuer: string;
  readonly entityId: string;
  readonly requestId: string;
}

export interface OidcMemory extends MemoryOfAny {
  readonly protocol: 'oidc';
  readonly issuer: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface OAuth2Memory extends MemoryOfAny {
  readonly protocol: 'oauth2';
  /** The token address when the provider was asked: it stands for a provider that has no issuer. */
  readonly issuer: string;
  readonly codeVerifier: string;
}

/** The callback's query or form, decoded. A name that came twice has a list, and is refused where it counts. */
export type SsoAnswer = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whom the provider vouches for. Nothing here says whose account it is. */
export interface ProviderIdentity {
  readonly connectionId: SsoConnectionId;
  /** Compared byte by byte, never trimmed, folded or normalised. Identity is (connection, subject) and nothing else. */
  readonly subject: string;
  /** One plain address as the provider wrote it, or `null`. */
  readonly email: string | null;
  /** Whether the provider vouches for the address, by the connection's rule. */
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly groups: readonly string[];
  /** What the provider said, decoded; without tokens. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The provider's name for its session: `sid`, in SAML the `SessionIndex`. A back-channel logout may name it. */
  readonly providerSession: string | null;
  /** When the person proved themselves to the provider, if it says so. */
  readonly authenticatedAt: Date | null;
  /** When the provider wants our session to end at the latest, if it says so (SAML `SessionNotOnOrAfter`). */
  readonly endsAt: Date | null;
}

export interface ServiceProviderDescription {
  readonly entityId: string;
  readonly callbackUrl: string;
  /** SAML metadata with our signing and encryption certificates. */
  readonly metadataXml: string;
}

export type MetadataSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'xml'; readonly xml: string };

export interface SamlMetadata {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly ssoBinding: 'redirect' | 'post';
  readonly certificates: readonly CertificateSummary[];
  readonly nameIdFormats: readonly string[];
}

export interface CertificateSummary {
  readonly pem: string;
  readonly subject: string;
  /** Of the whole certificate: hex pairs joined by colons. */
  readonly sha256Fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface OidcDiscovery {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userInfoEndpoint: string | null;
  readonly endSessionEndpoint: string | null;
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  /** Those of the provider's algorithms that we accept. */
  readonly idTokenAlgorithms: readonly IdTokenAlgorithm[];
  readonly supportsBackChannelLogout: boolean;
}

/** At least one of the two is there. With a session only that one ends, else every session of the subject. */
export interface BackChannelLogout {
  readonly subject: string | null;
  readonly providerSession: string | null;
}
