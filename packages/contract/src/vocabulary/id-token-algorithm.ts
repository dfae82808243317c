/** JWS algorithms an ID token may be signed with; an asymmetric key of the provider stands behind each. */
export const ID_TOKEN_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

export type IdTokenAlgorithm = (typeof ID_TOKEN_ALGORITHMS)[number];
