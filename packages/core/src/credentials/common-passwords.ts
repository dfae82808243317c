/** The passwords that are guessed first; a list that comes from outside. */
export interface CommonPasswords {
  /** Whether it is among them, in whatever case. */
  has(password: string): Promise<boolean>;
}
