import type { AccountId } from '@latchkey/contract/vocabulary';

/** What a code is good for; a code of one purpose is nothing for another. */
export type MailCodePurpose =
  | 'sign_in'
  | 'password_reset'
  | 'registration'
  | 'invitation'
  | 'email_change_old'
  | 'email_change_new'
  | 'owner_transfer'
  | 'account_deletion';

/** Six digits on their way to a mail address, and the token of the page that waits for them. */
export interface MailCode {
  readonly purpose: MailCodePurpose;
  /** Whose it is: the account's id where somebody is signed in, else the address. Each holder has one per purpose. */
  readonly holder: string;
  readonly email: string;
  readonly accountId: AccountId | null;
  /** What it is about beyond the address, such as a workspace's or an invitation's id. */
  readonly subject: string | null;
  readonly tokenHash: string;
  /** `null` where no code is right: the address has no account, and the answer must not say so. */
  readonly codeHash: string | null;
  /** A proven code has a new token, for the step that follows. */
  readonly phase: 'sent' | 'proven';
  readonly tries: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const MAIL_CODE_TTL_SECONDS = 300;
/** Wrong tries that one code survives. */
export const MOST_MAIL_CODE_TRIES = 5;
export const MAIL_CODE_TOKEN_BYTES = 32;
