declare const brand: unique symbol;

/** A string that names one kind of thing; an `AccountId` is not a `WorkspaceId`. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** UUIDv7. */
export type AccountId = Id<'account'>;
/** UUIDv7. */
export type WorkspaceId = Id<'workspace'>;
/** UUIDv7 of a console session: a browser's or script's cookie session. */
export type ConsoleSessionId = Id<'console-session'>;
/** UUIDv7 of a device grant: one pending terminal sign-in. */
export type DeviceGrantId = Id<'device-grant'>;
/** UUIDv7 of a bearer session; on the wire `token_id` and the session's `id`. */
export type BearerSessionId = Id<'bearer-session'>;
/** UUIDv7 of a letter in the outbox. */
export type LetterId = Id<'letter'>;
/** UUIDv7. */
export type InvitationId = Id<'invitation'>;
/** UUIDv7 of a request for access by somebody without a workspace. */
export type AccessRequestId = Id<'access-request'>;
/** UUIDv7 of an administrator's session in the administration pages. */
export type AdminSessionId = Id<'admin-session'>;
/** UUIDv7 of an administrator's API key. */
export type ApiKeyId = Id<'api-key'>;
/** UUIDv7 of an SSO connection; part of its callback address. */
export type SsoConnectionId = Id<'sso-connection'>;
/** UUIDv7; the audience of the tokens that tell a WebApp who somebody is. */
export type WebAppId = Id<'webapp'>;
/** UUIDv7 of a group of members. */
export type GroupId = Id<'group'>;
/** UUIDv7 of an expiring link to a WebApp. */
export type ShareLinkId = Id<'share-link'>;
/** UUIDv7 of somebody known only to an identity provider. */
export type ExternalUserId = Id<'external-user'>;
/** UUIDv7 of an identity: a provider's subject that is linked to an account. */
export type IdentityId = Id<'identity'>;
/** UUIDv7 of a test of an SSO connection. */
export type SsoTestId = Id<'sso-test'>;
