const SHORTEST = 8;
const LONGEST = 128;

/** What the server will not accept in a new password: the rule of Dify's wire. */
export function passwordProblem(password: string): 'tooShort' | 'tooLong' | 'noLetter' | 'noDigit' | undefined {
  if (password.length < SHORTEST) return 'tooShort';
  if (password.length > LONGEST) return 'tooLong';
  if (!/[a-zA-Z]/.test(password)) return 'noLetter';
  return /\d/.test(password) ? undefined : 'noDigit';
}
