export const CODE_LENGTH = 6;

/** The digits of what a person typed or pasted, full-width ones too, and no more than a code has. */
export function digits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, CODE_LENGTH);
}
