/** The sign-in page, which leads back to `returnTo`; the administration has its own. */
export function signInPath(returnTo: string): string {
  if (returnTo === '/') return '/signin';
  if (returnTo === '/admin') return '/admin/signin';
  const door = /^\/admin[/?#]/.test(returnTo) ? '/admin/signin' : '/signin';
  return `${door}?${new URLSearchParams({ redirect_url: returnTo })}`;
}
