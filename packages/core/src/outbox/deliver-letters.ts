import type { MailProblem } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import type { Platform } from '../kernel/platform.ts';
import type { KeptLetter } from './letter.ts';
import type { Delivery, MailSender } from './mail.ts';
import { mailSettingsOf } from './mail-settings.ts';
import { nextTryOf } from './next-try.ts';
import { secretIn } from './secret-in-letter.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Some providers take no more connections at once. */
const AT_ONCE = 3;
/** Longer than the minute a sender may take, with room for clocks that differ. */
const CLAIM_SECONDS = 90;

/** What the mail server says for good about this one letter. */
const FINAL: ReadonlySet<MailProblem> = new Set(['recipient_refused', 'letter_refused']);
/** What keeps this letter, but not the next. */
const OF_THIS_LETTER: ReadonlySet<MailProblem> = new Set([...FINAL, 'try_later']);

/**
 * Sends the letters whose time has come, until none is left, the mail server cannot be used, or `isStopped` says so.
 * Several replicas may do so at once; each letter is sent by one. Without a mail server letters wait.
 */
export async function deliverLetters(platform: Platform, isStopped: () => boolean = () => false): Promise<void> {
  const { store, clock, mail } = platform;
  await store.outbox.forgetExpired(clock());
  const { settings } = await mailSettingsOf(platform);
  if (settings === undefined) return;
  const sender = mail.sender(settings);
  while (!isStopped()) {
    const now = clock();
    const letters = await store.outbox.claimDue(now, AT_ONCE, addSeconds(now, CLAIM_SECONDS));
    const deliveries = await Promise.all(letters.map((letter) => deliver(platform, sender, letter)));
    if (deliveries.length === 0 || deliveries.some(isServersFault)) return;
  }
}

async function deliver(platform: Platform, sender: MailSender, letter: KeptLetter): Promise<Delivery> {
  const { store, clock, mail, rules } = platform;
  if (letter.facts === null) throw new Error(`Letter ${letter.id} waits but has nothing to tell.`);
  const delivery = await sender.send(letter.id, letter.to, mail.write(letter, rules));
  const now = clock();
  if (delivery.kind === 'accepted') {
    await store.outbox.markSent(letter, now);
  } else {
    const secret = secretIn(letter)?.value ?? '';
    const nextTryAt = FINAL.has(delivery.problem) ? null : nextTryOf(letter, now);
    await store.outbox.markFailed(letter, withoutSecrets(delivery.response, [secret]), nextTryAt);
  }
  return delivery;
}

function isServersFault(delivery: Delivery): boolean {
  return delivery.kind === 'refused' && !OF_THIS_LETTER.has(delivery.problem);
}
