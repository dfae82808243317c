import { linkSecrets } from './link-secrets.ts';
import { type Kept, keep } from './tab-memory.ts';

const NAMES: readonly Kept[] = [
  'email',
  'invitation',
  'password_link',
  'sign_in',
  'registration',
  'registration_proven',
  'new_password',
  'new_password_proven',
];

/** Moves what a link brought along from the address bar to this tab's memory, before anything else can read it. */
export function takeLinkSecrets(): void {
  const secrets = linkSecrets(location);
  if (secrets !== undefined) {
    for (const name of NAMES) {
      const value = secrets.kept[name];
      if (value !== undefined) keep(name, value);
    }
    history.replaceState(null, '', secrets.address);
  }
  // A link opened where these pages are open already changes the fragment only.
  addEventListener('hashchange', () => {
    if (linkSecrets(location) !== undefined) location.reload();
  });
}
