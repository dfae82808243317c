export type PasswordStrength = 'weak' | 'fair' | 'strong';

const FAIR_BITS = 50;
const STRONG_BITS = 72;

/** A rough hint, never a rule: how much of the password could not be foreseen from the character before it. */
export function passwordStrength(password: string): PasswordStrength {
  const symbols = [...password];
  const surprising = symbols.filter((symbol, index) => !continues(symbols[index - 1], symbol)).length;
  const bits = surprising * Math.log2(alphabetSize(password));
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

/** `aa`, `ab`, `21`: the same symbol or its neighbour. */
function continues(before: string | undefined, symbol: string): boolean {
  if (before === undefined) return false;
  return Math.abs((symbol.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1;
}

function alphabetSize(password: string): number {
  const kinds: readonly [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 33],
  ];
  return kinds.reduce((size, [kind, symbols]) => (kind.test(password) ? size + symbols : size), 0) || 1;
}
