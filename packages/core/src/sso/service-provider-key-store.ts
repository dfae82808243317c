/** Our keys as a SAML service provider, sealed; what they look like is the connector's. */
export interface ServiceProviderKeyStore {
  get(): Promise<string | undefined>;
  /** Keeps keys unless there are some, and returns those that are kept: of many calls at once one decides. */
  keep(keys: string): Promise<string>;
}
