/** The 30 symbols of a user code: no I, O, Z, 0, 1 or 2, which people misread. */
export const USER_CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXY3456789';

/** `XXXX-XXXX`, as a terminal prints it. */
export const USER_CODE_PATTERN = /^[A-HJ-NP-Y3-9]{4}-[A-HJ-NP-Y3-9]{4}$/;

/** Upper-cases, drops foreign symbols and sets the hyphen, so that what a person types or pastes is compared alike. */
export function normalizeUserCode(typed: string): string {
  const symbols = [...typed.toUpperCase()].filter((symbol) => USER_CODE_ALPHABET.includes(symbol)).slice(0, 8);
  const half = symbols.slice(0, 4).join('');
  return symbols.length > 4 ? `${half}-${symbols.slice(4).join('')}` : half;
}
