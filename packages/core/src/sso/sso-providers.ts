import type { SsoConnector } from './connector.ts';

/** What single sign-on asks of the world outside. */
export interface SsoProviders {
  /** Made when it is first asked for, with the keys that the store keeps. */
  connector(): Promise<SsoConnector>;
  /** The TXT records of a name; none when there is no such name, or nobody answers for it. */
  txtRecords(name: string): Promise<string[]>;
}
