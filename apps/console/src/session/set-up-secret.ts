/** The secret of a set-up link (`/setup#secret=…`); a fragment never reaches a server or its logs. */
export function setUpSecret(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('secret') ?? undefined;
}

/** Reads the secret and removes it from the address bar, before anything else can read or keep the address. */
export function takeSetUpSecret(): string | undefined {
  const secret = setUpSecret(location.hash);
  if (secret !== undefined) history.replaceState(null, '', location.pathname + location.search);
  // A set-up link opened where these pages are open already changes the fragment only.
  addEventListener('hashchange', () => {
    if (setUpSecret(location.hash) !== undefined) location.reload();
  });
  return secret;
}
