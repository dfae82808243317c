import type { MailProblem } from '@latchkey/contract/vocabulary';
import type { Delivery, MailSender, MailSettings, WrittenLetter } from '@latchkey/core';
import { oneLine } from '../one-line.ts';
import { isPlainAddress } from './plain-address.ts';
import { problemOf } from './problem-of.ts';

/** How long each step may take. */
const STEP_MS = 20_000;
/** How long it may take in all: a server that trickles its answers passes every step. */
const ALL_MS = 50_000;

/** Sends letters by SMTP, each on a connection of its own. */
export function createSender(settings: MailSettings, timeLimitMs = ALL_MS): MailSender {
  return {
    async send(id, to, letter): Promise<Delivery> {
      if (!isPlainAddress(to)) return refused('recipient_refused', 'This is not one plain mail address.');
      if (!isPlainAddress(settings.fromAddress))
        return refused('sender_refused', 'This is not one plain mail address.');
      // Loaded by the first letter: the start does not wait for it.
      const { createTransport } = await import('nodemailer');
      try {
        const { response } = await createTransport(connectionTo(settings)).sendMail({
          ...messageOf(settings, id, to, letter),
          signal: AbortSignal.timeout(timeLimitMs),
        });
        return { kind: 'accepted', response };
      } catch (error) {
        return refused(...problemOf(error));
      }
    },
  };
}

function refused(problem: MailProblem, response: string): Delivery {
  return { kind: 'refused', problem, response };
}

function connectionTo({ host, port, encryption, user, password, ehloName }: MailSettings) {
  return {
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    opportunisticTLS: encryption === 'opportunistic',
    // Whoever could show a false certificate could as well strip STARTTLS, which this way of encrypting puts up with.
    tls: { rejectUnauthorized: encryption !== 'opportunistic' },
    ...(user !== null && { auth: { user, pass: password ?? '' }, forceAuth: true }),
    ...(ehloName !== null && { name: ehloName }),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function messageOf({ fromName, fromAddress }: MailSettings, id: string, to: string, letter: WrittenLetter) {
  const [, domain] = fromAddress.split('@');
  return {
    envelope: { from: fromAddress, to: [to] },
    from: { name: oneLine(fromName), address: fromAddress },
    to: { name: '', address: to },
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId: `<${id}@${domain}>`,
    // RFC 3834 §5: no out-of-office reply comes back.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}
