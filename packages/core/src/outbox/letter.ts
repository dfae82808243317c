import type { AccountId, Language } from '@latchkey/contract/vocabulary';

export type LetterKind = 'password_changed';

/** A letter that was decided together with the change it tells about, and is sent later. */
export interface Letter {
  readonly kind: LetterKind;
  readonly accountId: AccountId;
  readonly to: string;
  readonly language: Language;
  readonly createdAt: Date;
  readonly facts: Readonly<Record<string, string>>;
}
