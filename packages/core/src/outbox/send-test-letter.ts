import type { LetterId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs, nameOf } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Delivery } from './mail.ts';
import { mailSettingsOf } from './mail-settings.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Sends a letter past the outbox and returns what the mail server said.
 *
 * @throws DomainError `no_mail_server`.
 */
export async function sendTestLetter(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  to: string,
): Promise<Delivery> {
  const { store, clock, secrets, mail, rules } = platform;
  const { settings } = await mailSettingsOf(platform);
  if (settings === undefined) throw new DomainError('no_mail_server');
  const at = clock();
  const language = actor.kind === 'operator' ? 'en-US' : actor.account.interfaceLanguage;
  const envelope = { accountId: null, to, language, createdAt: at, expiresAt: null };
  const written = mail.write({ ...envelope, kind: 'test', facts: { sentBy: nameOf(actor) } }, rules);
  const delivery = await mail.sender(settings).send(secrets.newId<LetterId>(), to, written);
  const details = { to, delivered: delivery.kind === 'accepted' };
  await store.audit.append({ at, action: 'mail.test_sent', ...auditedAs(actor), origin, details });
  return { ...delivery, response: withoutSecrets(delivery.response, []) };
}
