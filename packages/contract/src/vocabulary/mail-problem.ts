/** Why a mail server did not take a letter, each with what to look at. */
export const MAIL_PROBLEMS = {
  host_not_found: 'No server has this name. Check how it is spelled, and that this machine can look names up.',
  unreachable: 'Nothing answers at this address and port. Check both, and that a firewall lets this machine through.',
  timeout:
    'The server did not answer in time. A firewall that swallows connections looks like this, and so does a port that expects TLS.',
  tls_failed: 'No encrypted connection came about. Port 465 expects TLS from the start, 587 and 25 expect STARTTLS.',
  certificate_refused:
    'The server’s certificate cannot be trusted. Use the name the certificate was made for, or start Latchkey with NODE_EXTRA_CA_CERTS naming your own authority.',
  starttls_missing:
    'The server does not offer STARTTLS. Choose TLS if the port expects it, or no encryption inside a network you trust.',
  sign_in_refused:
    'The server refuses this user and password. Some providers want an app password instead of the usual one.',
  sign_in_needed: 'The server takes letters only from those who sign in. Enter a user and a password.',
  sender_refused: 'The server does not let this user send from this address. Use an address that belongs to the user.',
  recipient_refused: 'The server does not take letters for this recipient.',
  letter_refused: 'The server refused the letter itself, often as spam. Its answer says more.',
  try_later: 'The server asks to try again later. Letters are tried again by themselves.',
  unknown: 'The server’s answer says more.',
} as const;

export type MailProblem = keyof typeof MAIL_PROBLEMS;
