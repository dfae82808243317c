import { ERRORS } from '@latchkey/contract/vocabulary';
import type { DomainError, SsoPurpose } from '@latchkey/core';

/**
 * Where a person reads why they were refused: a code, its words for Dify's pages, and the reference to quote. Nothing
 * else of the refusal is in the address.
 */
export function refusedPage(
  purpose: SsoPurpose | undefined,
  { code }: Pick<DomainError, 'code'>,
  reference: string,
): string {
  const said = new URLSearchParams({ message: ERRORS[code].message, code, reference });
  switch (purpose?.kind) {
    case 'link':
      return `/account?${said}`;
    case 'administration':
      return `/admin/signin?${said}`;
    case 'device_external':
      return `/device?${new URLSearchParams({ sso_error: code, reference })}`;
    case 'webapp_members':
    case 'webapp_external':
      said.set('redirect_url', purpose.returnTo);
      return `/webapp-signin?${said}`;
    default:
      return `/signin?${said}`;
  }
}
