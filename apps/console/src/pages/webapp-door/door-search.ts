import { WEBAPP_CODE_PATTERN } from '@latchkey/contract/vocabulary';

/** How the page in front of a WebApp is addressed. */
export interface DoorSearch {
  readonly app?: string;
  readonly reason?: string;
  /** Why an identity provider, or we, did not let somebody in who comes back from there. */
  readonly code?: string;
  readonly reference?: string;
  readonly redirect_url?: string;
}

/** Latchkey's own address at which somebody enters an app; what it was opened with is posted with a passphrase. */
export interface Entrance {
  readonly app: string;
  readonly nonce: string;
  readonly return: string;
}

const BASE = 'http://latchkey.invalid';
const REFERENCE = /^[2-9A-Z]{6}-[0-9A-Z]{4,}$/;

/** The entrance that an address leads back to, if it is one. */
export function entranceIn(redirectUrl: string | undefined): Entrance | undefined {
  const url = pathOf(redirectUrl);
  if (url?.pathname !== '/gate/enter') return undefined;
  const [app, nonce] = [url.searchParams.get('app') ?? '', url.searchParams.get('nonce') ?? ''];
  if (!WEBAPP_CODE_PATTERN.test(app) || nonce === '') return undefined;
  return { app, nonce, return: url.searchParams.get('return') ?? '/' };
}

/** Whose door it is: as the gate says it, else as the way back says it. */
export function appIn({ app, redirect_url }: DoorSearch): string | undefined {
  const named = app ?? entranceIn(redirect_url)?.app ?? byPath(redirect_url);
  return named !== undefined && WEBAPP_CODE_PATTERN.test(named) ? named : undefined;
}

/** The reference as the gate gives it; anything else in its place is nobody's word. */
export function referenceIn({ reference }: DoorSearch): string | undefined {
  return reference !== undefined && REFERENCE.test(reference) ? reference : undefined;
}

function byPath(redirectUrl: string | undefined): string | undefined {
  const [, code] = /^\/apps\/([^/]+)(?:\/|$)/.exec(pathOf(redirectUrl)?.pathname ?? '') ?? [];
  return code;
}

function pathOf(redirectUrl: string | undefined): URL | undefined {
  if (redirectUrl === undefined || !redirectUrl.startsWith('/') || !URL.canParse(redirectUrl, BASE)) return undefined;
  const url = new URL(redirectUrl, BASE);
  return url.origin === BASE ? url : undefined;
}
