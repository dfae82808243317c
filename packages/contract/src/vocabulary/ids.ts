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
