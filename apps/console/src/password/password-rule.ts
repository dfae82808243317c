const SHORTEST = 8;
const LONGEST = 128;

/** What the server demands before it judges how common a password is: where Dify's clients ask too, Dify's own rule. */
export type PasswordRule = 'letters_and_digits' | 'length';

/** What the server will not accept in a new password. */
export function passwordProblem(
  password: string,
  rule: PasswordRule = 'letters_and_digits',
): 'tooShort' | 'tooLong' | 'noLetter' | 'noDigit' | undefined {
  if (password.length < SHORTEST) return 'tooShort';
  if (password.length > LONGEST) return 'tooLong';
  if (rule === 'length') return undefined;
  if (!/[a-zA-Z]/.test(password)) return 'noLetter';
  return /\d/.test(password) ? undefined : 'noDigit';
}
