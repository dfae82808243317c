import type { MailSettings } from '@latchkey/core';
import type { Settings } from './settings.ts';

/** The mail server that the operator has set. */
export function operatorMail({ smtpUrl, mailFrom }: Settings): MailSettings | undefined {
  return smtpUrl && mailFrom && { ...smtpUrl, ...mailFrom };
}
