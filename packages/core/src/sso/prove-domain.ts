import type { SsoConnectionId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { asciiDomain, type ConnectionDomain } from './configured-connection.ts';

/** What the owner of a domain publishes as a TXT record. */
export function recordOf({ domain, token }: ConnectionDomain): { readonly name: string; readonly value: string } {
  return { name: `_latchkey.${domain}`, value: `latchkey-domain-verification=${token}` };
}

/**
 * Looks for the record that proves a domain to be the organisation's. Once it is proven it stays so.
 *
 * @throws DomainError `sso_connection_not_found` (or it does not have the domain), `sso_domain_not_proven`.
 */
export async function proveDomain(
  { store, clock, sso }: Platform,
  origin: Origin,
  actor: AdminActor,
  { id, domain: written }: { readonly id: SsoConnectionId; readonly domain: string },
): Promise<ConnectionDomain> {
  const name = asciiDomain(written);
  const connection = await store.ssoConnections.find(id);
  const domain = connection?.domains.find((candidate) => candidate.domain === name);
  if (domain === undefined) throw new DomainError('sso_connection_not_found');
  if (domain.provenAt !== null) return domain;
  const record = recordOf(domain);
  if (!(await sso.txtRecords(record.name)).includes(record.value)) throw new DomainError('sso_domain_not_proven');
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.ssoConnections.markProven(id, name, at))) throw new DomainError('sso_connection_not_found');
    const entry = { at, ...auditedAs(actor), subjectId: id, origin, details: { domain: name } };
    await stores.audit.append({ ...entry, action: 'sso.domain_proven' });
  });
  return { ...domain, provenAt: at };
}
