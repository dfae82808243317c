/** Replaced by `build.ts`; there is none when the sources run as they are. */
declare const DIFYCTL_BUILD: BuildInfo | undefined;

export interface BuildInfo {
  readonly version: string;
  /** Full hash, or `unknown` where the sources lie outside of a repository. */
  readonly commit: string;
  /** Of the commit, so that the same sources make the same file; ISO 8601 or empty. */
  readonly buildDate: string;
  readonly channel: string;
}

const FROM_SOURCE: BuildInfo = { version: '0.0.0', commit: 'unknown', buildDate: '', channel: 'dev' };

export const BUILD: BuildInfo = typeof DIFYCTL_BUILD === 'undefined' ? FROM_SOURCE : DIFYCTL_BUILD;
