import type { AccountId, Language, LetterId, LetterStatus, Role } from '@latchkey/contract/vocabulary';

/** What each kind of letter tells. `code` is six digits, `link` a complete address; both are secrets. */
export interface LetterFacts {
  sign_in_code: { readonly code: string };
  registration_code: { readonly code: string };
  /** Somebody asked to register an address that has an account already. */
  already_registered: { readonly signInLink: string; readonly resetLink: string };
  password_reset_code: { readonly code: string };
  /** An administrator starts a reset; the link leads to the page that sets the password. */
  password_reset_link: { readonly link: string };
  /** A code was asked for with an address that has no account; `registerLink` is empty while registration is off. */
  no_account: { readonly registerLink: string };
  password_changed: { readonly ip: string };
  invitation: { readonly inviter: string; readonly workspace: string; readonly role: Role; readonly link: string };
  /** Proves the address to somebody who opened a copied link of an invitation. */
  invitation_code: { readonly workspace: string; readonly code: string };
  email_change_old_code: { readonly code: string };
  email_change_new_code: { readonly code: string };
  /** To both addresses. */
  email_changed: { readonly oldEmail: string; readonly newEmail: string };
  owner_transfer_code: { readonly workspace: string; readonly code: string };
  owner_transferred: { readonly workspace: string; readonly from: string; readonly to: string };
  account_deletion_code: { readonly code: string };
  account_deleted: Readonly<Record<never, never>>;
  /** To system administrators: somebody waits for an invitation. */
  access_requested: { readonly name: string; readonly email: string; readonly message: string; readonly link: string };
  /** An administrator tests the mail settings. */
  test: { readonly sentBy: string };
}

export type LetterKind = keyof LetterFacts;

interface Envelope {
  /** `null` for an address that has no account. */
  readonly accountId: AccountId | null;
  /** One plain address, normalised. */
  readonly to: string;
  readonly language: Language;
  readonly createdAt: Date;
  /** When its code or link stops working; `null` when it has none. What it tells is forgotten then. */
  readonly expiresAt: Date | null;
}

/** A kind together with what a letter of that kind tells. */
export type Told<K extends LetterKind = LetterKind> = {
  [One in K]: { readonly kind: One; readonly facts: LetterFacts[One] };
}[K];

/** A letter that was decided together with the change it tells about, and is sent later. */
export type Letter = Envelope & Told;

/** What became of a letter in the outbox. */
export interface LetterRecord extends Envelope {
  readonly id: LetterId;
  readonly kind: LetterKind;
  readonly status: LetterStatus;
  readonly tries: number;
  /** When it is tried next; `null` unless it waits. */
  readonly nextTryAt: Date | null;
  readonly sentAt: Date | null;
  /** What the mail server said when it refused; without secrets. */
  readonly problem: string | null;
}

/** A letter in the outbox. What it tells is `null` once it was sent or has expired. */
export type KeptLetter = LetterRecord & (Told | { readonly kind: LetterKind; readonly facts: null });
