const LONGEST = 128;

/** What the server will not accept in a new password: the rule of Dify's wire. */
export function passwordProblem(password: string): 'breaksRule' | 'tooLong' | undefined {
  if (password.length > LONGEST) return 'tooLong';
  return password.length >= 8 && /[a-zA-Z]/.test(password) && /\d/.test(password) ? undefined : 'breaksRule';
}
