import { ERRORS } from '@latchkey/contract/vocabulary';
import { type DomainError, type SsoPurpose, SsoRefusal } from '@latchkey/core';

/**
 * Where a person reads why they were refused: a code, its words for Dify's pages, the kind of the provider's refusal, and
 * the reference to quote. Nothing else of the refusal is in the address.
 */
export function refusedPage(
  purpose: SsoPurpose | undefined,
  { code, cause }: Pick<DomainError, 'code' | 'cause'>,
  reference: string,
): string {
  const reason: Record<string, string> = cause instanceof SsoRefusal ? { reason: cause.code } : {};
  const said = new URLSearchParams({ message: ERRORS[code].message, code, ...reason, reference });
  switch (purpose?.kind) {
    case 'link':
      return `/account?${said}`;
    case 'administration':
      return `/admin/signin?${said}`;
    case 'device_external':
      return `/device?${new URLSearchParams({ sso_error: code, ...reason, reference })}`;
    case 'webapp_members':
    case 'webapp_external':
      said.set('redirect_url', purpose.returnTo);
      return `/webapp-signin?${said}`;
    default:
      return `/signin?${said}`;
  }
}
