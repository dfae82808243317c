/**
 * Who may open a WebApp: anyone (`public`), every member of the instance (`private_all`), chosen groups and people
 * (`private`; none chosen is nobody), external users through single sign-on (`sso_verified`).
 */
export const ACCESS_MODES = ['public', 'private_all', 'private', 'sso_verified'] as const;

export type AccessMode = (typeof ACCESS_MODES)[number];
