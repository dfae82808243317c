declare const DIFYCTL_BUILD: BuildInfo;

export interface BuildInfo {
  readonly version: string;
  /** Full hash, or `unknown` where the sources lie outside of a repository. */
  readonly commit: string;
  /** Of the commit, so that the same sources make the same file; ISO 8601 or empty. */
  readonly buildDate: string;
  readonly channel: string;
}

/** What the bundle was made from; set by `build.ts`. */
export const BUILD: BuildInfo = DIFYCTL_BUILD;
