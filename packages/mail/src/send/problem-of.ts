import type { MailProblem } from '@latchkey/contract/vocabulary';

/** What nodemailer tells about a failure. */
interface Failure {
  readonly message: string;
  readonly code?: unknown;
  /** The system's or OpenSSL's code, where nodemailer's own says less. */
  readonly originalCode?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
}

/** Why a letter was not taken, and what the server said, or else the failure's own words. */
export function problemOf(error: unknown): [MailProblem, string] {
  if (!(error instanceof Error)) return ['unknown', String(error)];
  const failure: Failure = error;
  if (failure.code === 'EABORT') return ['timeout', 'The server did not come to an end in time.'];
  const said = typeof failure.response === 'string' ? failure.response : failure.message;
  const status = typeof failure.responseCode === 'number' ? failure.responseCode : undefined;
  return [status === undefined ? withoutAnswer(failure) : withAnswer(failure, status), said];
}

function withoutAnswer({ code, originalCode, message }: Failure): MailProblem {
  if (code === 'EDNS') return 'host_not_found';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (/certificate|ALTNAME|CERT_|SELF_SIGNED/i.test(`${originalCode} ${message}`)) return 'certificate_refused';
  if (code === 'ETLS' || /SSL|TLS/.test(`${originalCode} ${message}`)) return 'tls_failed';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign_in_refused';
  if (code === 'ECONNECTION' || code === 'ESOCKET') return 'unreachable';
  return 'unknown';
}

function withAnswer({ code, command }: Failure, status: number): MailProblem {
  if (command === 'STARTTLS') return 'starttls_missing';
  if (status === 530) return 'sign_in_needed';
  if (status < 500) return 'try_later';
  if (code === 'EAUTH') return 'sign_in_refused';
  if (command === 'MAIL FROM') return 'sender_refused';
  if (command === 'RCPT TO') return 'recipient_refused';
  if (command === 'DATA') return 'letter_refused';
  return 'unknown';
}
