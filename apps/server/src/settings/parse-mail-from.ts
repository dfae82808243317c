import type { MailSettings } from '@latchkey/core';

export type MailFrom = Pick<MailSettings, 'fromName' | 'fromAddress'>;

/** Whose name is on letters: `Name <address>`, or an address alone. @throws Error */
export function parseMailFrom(text: string): MailFrom {
  const [, name = '', bracketed, alone] = /^(?:([^<>]*)<([^<>]+)>|([^<>]+))$/.exec(text.trim()) ?? [];
  const fromAddress = (bracketed ?? alone ?? '').trim();
  if (!/^[^\s@,;]+@[^\s@,;]+$/.test(fromAddress)) throw new Error('must be a mail address, or Name <address>');
  return { fromName: name.trim().replace(/^"(.*)"$/, '$1'), fromAddress };
}
