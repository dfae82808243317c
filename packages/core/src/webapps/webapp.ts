import type {
  AccessMode,
  AccountId,
  GroupId,
  WebAppId,
  WorkspaceId,
  WorkspaceStatus,
} from '@latchkey/contract/vocabulary';

/** A published application, and who may open it. */
export interface WebApp {
  readonly id: WebAppId;
  readonly workspaceId: WorkspaceId;
  /** Unique; the label of its host name. */
  readonly code: string;
  readonly name: string;
  readonly icon: string | null;
  /** Where the application answers: an http or https address, or {@link SAMPLE_UPSTREAM}. */
  readonly upstream: string;
  /** A host name of its own, for proxies that ask the gate; unique, in lower case. */
  readonly host: string | null;
  readonly isEnabled: boolean;
  readonly accessMode: AccessMode;
  /** What a visitor has to know; `null`: nothing. A new passphrase has a new hash, so older proofs are void. */
  readonly passphraseHash: string | null;
  /** Addresses and CIDR ranges; none: from everywhere. */
  readonly addressRanges: readonly string[];
  readonly needsShareLink: boolean;
  /** Sites whose pages may show it in a frame. */
  readonly frameOrigins: readonly string[];
  /** When who may open it was last changed; passports that are older are void. */
  readonly rulesChangedAt: Date;
  readonly createdAt: Date;
}

/** A WebApp together with what of its workspace counts at the gate. */
export interface PublishedWebApp extends WebApp {
  readonly workspaceName: string;
  readonly workspaceStatus: WorkspaceStatus;
}

/** Whom the mode `private` lets in. */
export interface ChosenSubjects {
  readonly groupIds: readonly GroupId[];
  readonly accountIds: readonly AccountId[];
}

export interface Access extends ChosenSubjects {
  readonly accessMode: AccessMode;
}

/** The application that comes along for trial; wherever this server has started it. */
export const SAMPLE_UPSTREAM = 'latchkey:sample';
export const SAMPLE_CODE = 'sample';
