/** Slow on purpose: runs off the event loop, as many at once as there are cores, the rest in a bounded queue. */
export interface PasswordHasher {
  /** @throws DomainError `unavailable` when the queue is full. */
  hash(password: string): Promise<string>;
  /**
   * Whether a password belongs to a stored hash (argon2id, or Dify's PBKDF2). With `undefined` it does the same work
   * and says no, so that an unknown account costs the time of a wrong password.
   */
  verify(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether a stored hash was made with other parameters than a new one would be. */
  needsRehash(hash: string): boolean;
}
