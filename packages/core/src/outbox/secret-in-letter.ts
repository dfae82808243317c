import type { Told } from './letter.ts';

/** What an administrator hands over when a letter cannot be sent. */
export interface LetterSecret {
  readonly kind: 'code' | 'link';
  readonly value: string;
}

/** The code or link by which the reader of a letter acts; `null` for a notice. */
export function secretIn({ facts }: Told): LetterSecret | null {
  if ('code' in facts) return { kind: 'code', value: facts.code };
  if ('link' in facts) return { kind: 'link', value: facts.link };
  return null;
}
