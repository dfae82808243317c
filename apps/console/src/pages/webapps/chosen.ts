import type { WebAppAccess } from './webapps-query.ts';

export type ChosenGroup = WebAppAccess['groups'][number];
export type ChosenPerson = WebAppAccess['people'][number];

/** Who is let in, as it stands in the dialog. */
export interface AccessDraft {
  readonly mode: WebAppAccess['access_mode'];
  readonly groups: readonly ChosenGroup[];
  readonly people: readonly ChosenPerson[];
}

export function accessDraftOf({ access_mode, groups, people }: WebAppAccess): AccessDraft {
  return { mode: access_mode, groups, people };
}

/** The draft as the server is told of it. Groups and people stay chosen in the other modes, where they do not count. */
export function accessBody({ mode, groups, people }: AccessDraft) {
  const ids = (subjects: readonly { readonly id: string }[]) => subjects.map(({ id }) => id).sort();
  return { access_mode: mode, group_ids: ids(groups), account_ids: ids(people) };
}

export function isSameAccess(one: AccessDraft, other: AccessDraft): boolean {
  return JSON.stringify(accessBody(one)) === JSON.stringify(accessBody(other));
}

/** The list with somebody added, once. */
export function withOne<T extends { readonly id: string }>(list: readonly T[], added: T): readonly T[] {
  return list.some(({ id }) => id === added.id) ? list : [...list, added];
}

export function without<T extends { readonly id: string }>(list: readonly T[], removed: string): readonly T[] {
  return list.filter(({ id }) => id !== removed);
}
