import type { AccountId, WebAppId, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { Page } from '../kernel/page.ts';
import type { Visitor } from './decide-access.ts';
import type { Group, GroupRef } from './group.ts';
import type { Access, ChosenSubjects, PublishedWebApp, WebApp } from './webapp.ts';

export interface WebAppFilter {
  /** Part of the name, the code or the host, in whatever case. */
  readonly search: string;
  readonly workspaceId: WorkspaceId | undefined;
}

type Person = Pick<Account, 'id' | 'name' | 'email'>;

/** What somebody is to one WebApp. */
export interface Standing {
  readonly visitor: Extract<Visitor, { readonly kind: 'member' }>;
  readonly isChosenByName: boolean;
  /** Chosen groups that they are in. */
  readonly groups: readonly Pick<Group, 'id' | 'name'>[];
}

export interface WebAppStore {
  /** False when another WebApp has the code or the host; of two concurrent additions exactly one returns true. */
  add(webApp: WebApp): Promise<boolean>;
  find(id: WebAppId): Promise<PublishedWebApp | undefined>;
  findByCode(code: string): Promise<PublishedWebApp | undefined>;
  /** `host` in lower case. */
  findByHost(host: string): Promise<PublishedWebApp | undefined>;
  /** By name. */
  list(filter: WebAppFilter, page: Page): Promise<{ total: number; data: PublishedWebApp[] }>;
  /** False when there is none with this id, or another one has the code or the host. */
  change(id: WebAppId, changes: Partial<Omit<WebApp, 'id' | 'workspaceId' | 'createdAt'>>): Promise<boolean>;
  /** With everything that belongs to it; false when it was gone already. */
  remove(id: WebAppId): Promise<boolean>;
  /** Sets whom the mode `private` lets in. */
  choose(id: WebAppId, chosen: ChosenSubjects): Promise<void>;
  /** By name. */
  chosen(id: WebAppId): Promise<{ readonly groups: GroupRef[]; readonly people: Person[] }>;
  /** What an account is to a WebApp as it stands; `undefined` when there is no such account. */
  standing(id: WebAppId, accountId: AccountId): Promise<Standing | undefined>;
  /** Every WebApp that is switched on, by name, and what an account is to each. */
  listStandings(accountId: AccountId): Promise<{ readonly webApp: PublishedWebApp; readonly visitor: Visitor }[]>;
  /** How many active members an access mode lets in, and the first by name; for the modes that name members. */
  countLetIn(access: Access, first: number): Promise<{ readonly count: number; readonly first: Person[] }>;
  /** Which of these accounts such an access mode lets in. */
  letIn(access: Access, accountIds: readonly AccountId[]): Promise<ReadonlySet<AccountId>>;
}
