/** The sign-in page, which leads back to `returnTo`. */
export function signInPath(returnTo: string): string {
  return returnTo === '/' ? '/signin' : `/signin?${new URLSearchParams({ redirect_url: returnTo })}`;
}
