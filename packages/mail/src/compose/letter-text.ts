import type { LetterFacts, LetterKind } from '@latchkey/core';

/** A letter in words, before it is laid out. Every text is plain. */
export interface LetterText {
  readonly subject: string;
  readonly lines: readonly string[];
  /** Digits to type. */
  readonly code?: string;
  /** What to do next. */
  readonly button?: { readonly label: string; readonly link: string };
  /** How long it works, and what to do if somebody else asked for it. */
  readonly notes: readonly string[];
}

/** What the words of every letter may speak of. */
export interface Circumstances {
  readonly organisation: string;
  /** When the letter was decided, such as "20 November 2026 at 12:00 UTC". */
  readonly at: string;
  /** For how long its code or link works, such as "5 minutes"; absent when it has none. */
  readonly validFor: string | undefined;
  /** Until when. */
  readonly until: string | undefined;
}

/** The words of one language. */
export interface Words {
  readonly letters: { readonly [K in LetterKind]: (facts: LetterFacts[K], about: Circumstances) => LetterText };
  /** Stands above the address that the button leads to. */
  readonly addressBeneath: string;
  /** Says where the letter comes from. */
  footer(organisation: string, publicUrl: string): string;
}
