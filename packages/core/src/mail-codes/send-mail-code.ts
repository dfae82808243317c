import type { AccountId, ErrorCode, Language } from '@latchkey/contract/vocabulary';
import { ERRORS } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { isOwnNetwork } from '../limits/is-own-network.ts';
import type { Told } from '../outbox/letter.ts';
import { MAIL_CODE_TOKEN_BYTES, MAIL_CODE_TTL_SECONDS, type MailCodePurpose } from './mail-code.ts';

interface Sending {
  readonly purpose: MailCodePurpose;
  readonly email: string;
  /** Whose account the address is; `null` when it is nobody's. */
  readonly accountId: AccountId | null;
  /** Given where somebody is signed in: the code is theirs, not the address's. */
  readonly holder?: AccountId;
  readonly subject?: string;
  readonly language: Language;
  /** The letter that carries the code; one without a code where none would be right. */
  readonly letter: (code: string) => CodeLetter;
  /** What is said when the address gets too many. */
  readonly refusal: ErrorCode;
}

/** Whether the letter carries the code. */
type CodeLetter = Told & { readonly hasCode: boolean };

/**
 * Sends a code, and returns the token that goes with it. Counted before anything else is done, by network and by
 * address, known or not; what follows is the same work either way.
 *
 * @throws DomainError `email_send_ip_limit`, or `refusal`.
 */
export async function sendMailCode(platform: Platform, origin: Origin, sending: Sending): Promise<string> {
  const { store, clock, secrets } = platform;
  const { purpose, email, accountId } = sending;
  const network = networkOf(origin.ip);
  await countAgainstLimit(platform, 'mail-network', network, 'email_send_ip_limit');
  await countSendings(platform, { ...sending, network });
  const token = secrets.newToken(MAIL_CODE_TOKEN_BYTES);
  const code = secrets.newMailCode();
  const now = clock();
  const expiresAt = addSeconds(now, MAIL_CODE_TTL_SECONDS);
  const { hasCode, ...letter } = sending.letter(code);
  await store.transaction(async (stores) => {
    await stores.mailCodes.replace({
      purpose,
      holder: sending.holder ?? email,
      email,
      accountId,
      subject: sending.subject ?? null,
      tokenHash: secrets.digest(token),
      codeHash: hasCode ? secrets.digestCode(`${purpose} ${code}`) : null,
      phase: 'sent',
      tries: 0,
      createdAt: now,
      expiresAt,
    });
    await stores.outbox.add({ ...letter, accountId, to: email, language: sending.language, createdAt: now, expiresAt });
  });
  return token;
}

/**
 * By address and network, and by address alone. The latter does not hold for networks where the account was signed in
 * lately: a stranger who asks again and again keeps no code from its owner.
 */
async function countSendings(platform: Platform, sending: Sending & { readonly network: string }): Promise<void> {
  const { purpose, email, accountId, holder = email, network } = sending;
  await countSending(platform, sending, `${purpose} ${holder} ${network}`);
  try {
    await countSending(platform, sending, `${purpose} ${holder}`);
  } catch (error) {
    if (!(error instanceof DomainError) || !(await isOwnNetwork(platform, accountId, network))) throw error;
  }
}

async function countSending(platform: Platform, { purpose, refusal }: Sending, subject: string): Promise<void> {
  const limit = purpose === 'sign_in' ? 'mail-sign-in-code' : 'mail-code';
  try {
    await countAgainstLimit(platform, limit, subject, refusal);
  } catch (error) {
    if (!(error instanceof DomainError) || error.retryAfterSeconds === undefined) throw error;
    const minutes = Math.ceil(platform.rules.limits[limit].windowSeconds / 60);
    const message = ERRORS[refusal].message.replace('{n}', String(minutes));
    throw new DomainError(refusal, { message, retryAfterSeconds: error.retryAfterSeconds, rule: error.rule });
  }
}
