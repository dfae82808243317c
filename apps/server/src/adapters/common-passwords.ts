import type { CommonPasswords } from '@latchkey/core';

/**
 * The list of @zxcvbn-ts/language-common: some 50,000 passwords, in the order in which they are guessed. Read into
 * memory when it is first asked, since most processes live long before somebody sets a password.
 */
export function commonPasswords(): CommonPasswords {
  let list: Promise<ReadonlySet<string>> | undefined;
  return {
    async has(password) {
      list ??= load();
      return (await list).has(password.toLowerCase());
    },
  };
}

async function load(): Promise<ReadonlySet<string>> {
  const { COMMON_PASSWORDS } = await import('./common-password-list.ts');
  return COMMON_PASSWORDS;
}
