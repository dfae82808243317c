import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { isSameSignIn, type MailSettings, withoutPassword } from './mail-settings.ts';

/** `password` left out keeps the one that is stored. */
export type NewMailSettings = Omit<MailSettings, 'password'> & { readonly password: string | undefined };

/**
 * Sets the mail server, or takes it away with `undefined`; holds for the next letter, on every replica.
 *
 * @throws DomainError `fixed_by_operator`; `mail_password_needed` when the stored password was entered for another
 *   server or user: it would be told to whoever runs the new one.
 */
export async function changeMailSettings(
  { store, clock, rules }: Platform,
  origin: Origin,
  actor: AdminActor,
  next: NewMailSettings | undefined,
): Promise<void> {
  if (rules.mail !== undefined) throw new DomainError('fixed_by_operator');
  await store.transaction(async ({ mailSettings, audit }) => {
    const before = await mailSettings.get();
    const after = next && { ...next, password: passwordFor(next, before) };
    await mailSettings.set(after);
    await audit.append({
      at: clock(),
      action: 'mail.settings_changed',
      ...auditedAs(actor),
      origin,
      details: {
        before: before === undefined ? null : withoutPassword(before),
        after: after === undefined ? null : withoutPassword(after),
        password_changed: next?.password !== undefined,
      },
    });
  });
}

function passwordFor(next: NewMailSettings, before: MailSettings | undefined): string | null {
  if (next.user === null) return null;
  if (next.password !== undefined) return next.password;
  if (before === undefined || before.password === null || !isSameSignIn(before, next)) {
    throw new DomainError('mail_password_needed');
  }
  return before.password;
}
