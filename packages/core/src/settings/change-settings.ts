import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { InstanceSettings } from './instance-settings.ts';

/**
 * Changes settings of the instance; what is left out stays. `version` is the one they were made from.
 *
 * @throws DomainError `changed_meanwhile`; of two changes of one version exactly one is kept.
 */
export async function changeSettings(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  { version, changes }: { readonly version: number; readonly changes: Partial<InstanceSettings> },
): Promise<void> {
  await store.transaction(async (stores) => {
    const { settings } = await stores.settings.get();
    const next = { ...settings, ...changes };
    if (!(await stores.settings.set(next, version))) throw new DomainError('changed_meanwhile');
    const changed = Object.keys(changes).filter(
      (name) => JSON.stringify(Reflect.get(settings, name)) !== JSON.stringify(Reflect.get(next, name)),
    );
    const only = (from: InstanceSettings) => Object.fromEntries(changed.map((name) => [name, Reflect.get(from, name)]));
    const details = { before: only(settings), after: only(next) };
    await stores.audit.append({ at: clock(), action: 'settings.changed', ...auditedAs(actor), origin, details });
  });
}
