export interface InstanceStore {
  /** When the first administrator was created. */
  setUpAt(): Promise<Date | undefined>;
  /** Of two concurrent calls exactly one returns true, for ever. */
  markSetUp(at: Date): Promise<boolean>;
  /** Keeps the fingerprint of the instance's key if none is kept, and returns the one that is. */
  keyFingerprint(fingerprint: string): Promise<string>;
}
