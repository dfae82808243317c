import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import type { Account } from '../accounts/account.ts';
import { chooseHeir, currentWorkspace, type JoinedWorkspace, type WorkspaceMember } from './workspace.ts';

const OLDEST = workspace('a');
const NEWER = workspace('b');

describe('the workspace a member works in', () => {
  test('is the chosen one', () => {
    expect(currentWorkspace([OLDEST, NEWER], NEWER.id)).toBe(NEWER);
  });

  test('is the oldest when none was chosen, or the chosen one is closed to them', () => {
    expect(currentWorkspace([OLDEST, NEWER], null)).toBe(OLDEST);
    expect(currentWorkspace([OLDEST], NEWER.id)).toBe(OLDEST);
    expect(currentWorkspace([OLDEST, { ...NEWER, status: 'archive' }], NEWER.id)).toBe(OLDEST);
  });

  test('does not exist for somebody whose workspaces are all archived', () => {
    expect(currentWorkspace([{ ...OLDEST, status: 'archive' }], OLDEST.id)).toBeUndefined();
  });
});

function workspace(id: string): JoinedWorkspace {
  return { id: id as WorkspaceId, name: id, status: 'normal', createdAt: new Date(0), role: 'owner' };
}

describe('who inherits a workspace', () => {
  const member = (id: string, role: WorkspaceMember['role'], joined: number, status: Account['status'] = 'active') =>
    ({ account: { id, status }, role, joinedAt: new Date(joined) }) as WorkspaceMember;
  const owner = member('owner', 'owner', 0);

  test('is the highest role, and of one role the longest-standing', () => {
    const members = [owner, member('old', 'normal', 1), member('young', 'admin', 3), member('older', 'admin', 2)];
    expect(chooseHeir(members, owner.account.id)).toBe('older');
  });

  test('is nobody who is not active', () => {
    const members = [
      owner,
      member('a', 'admin', 1, 'pending'),
      member('b', 'admin', 2, 'banned'),
      member('c', 'normal', 3),
    ];
    expect(chooseHeir(members, owner.account.id)).toBe('c');
  });

  test('is nobody where the owner is alone', () => {
    expect(chooseHeir([owner], owner.account.id)).toBeUndefined();
  });
});
