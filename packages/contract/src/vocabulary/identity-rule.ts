/**
 * Why an identity is linked to its account.
 * - `invitation`: the address it vouches for was invited
 * - `proven_domain`: it vouches for the address, whose domain is proven to be the organisation's
 * - `proven_credential`: the person proved another way into the account
 * - `created`: the account was made at its first sign-in
 */
export const IDENTITY_RULES = ['invitation', 'proven_domain', 'proven_credential', 'created'] as const;

export type IdentityRule = (typeof IDENTITY_RULES)[number];
