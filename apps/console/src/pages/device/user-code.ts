import { normalizeUserCode, USER_CODE_PATTERN } from '@latchkey/contract/vocabulary';

/** The complete user code in what a person typed, pasted or followed a link with; `undefined` while it is none. */
export function userCode(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const code = normalizeUserCode(typed);
  return USER_CODE_PATTERN.test(code) ? code : undefined;
}

/** The user code of an address such as `/device?user_code=ABCD-3456`. */
export function userCodeIn(path: string | undefined): string | undefined {
  if (path?.startsWith('/device?') !== true) return undefined;
  return userCode(new URLSearchParams(path.slice('/device'.length)).get('user_code') ?? undefined);
}
