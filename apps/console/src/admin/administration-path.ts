import { redirectTarget } from '../session/redirect-target.ts';

/** Where to go after signing in to the administration: the wanted page of it, else its first one. */
export function administrationPath(wanted: string | undefined, origin: string): string {
  const target = redirectTarget(wanted, origin);
  return /^\/admin(?:[?#]|\/(?!signin|enter))/.test(target) ? target : '/admin';
}
