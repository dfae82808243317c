/**
 * How the way to the mail server is encrypted: `tls` from the first byte (port 465), `starttls` or not at all (587),
 * `opportunistic` STARTTLS where the server offers it, with whatever certificate it has, `none` in plain.
 */
export const MAIL_ENCRYPTIONS = ['tls', 'starttls', 'opportunistic', 'none'] as const;

export type MailEncryption = (typeof MAIL_ENCRYPTIONS)[number];
